import { type ConsoleRun, startRun } from '../channels/console/adapter.ts';
import type { Composed } from '../compose.ts';
import type { Reply } from '../conversation/inbound.ts';
import type { Person } from '../domain/person.ts';
import { numberedActions, renderConsole } from '../rendering/console.ts';
import { replyToJson } from '../rendering/json.ts';
import { describe } from '../views/describe.ts';
import type { StatedAction, StatedInput, Statement } from '../views/statement.ts';
import type { Io } from './io.ts';
import { configured, openDesk, quiet } from './open.ts';
import { stopped } from './serve.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'chat',
  does: 'A conversation in the terminal: type a sentence, choose an action by its number.',
  options: {
    as: { type: 'string', does: 'the person who speaks (default: the first imported)' },
    json: { type: 'boolean', does: 'one object a line in, one reply a line out' },
  },
};

/** What a chat needs of the product. */
export type OpenedDesk = Pick<Composed, 'desk' | 'conversation' | 'close'>;

export async function chatVerb(argv: readonly string[], io: Io): Promise<number> {
  return runChat(argv, io, async () => {
    // A card is no place for log lines; LOG_LEVEL brings them back.
    const config = configured({ ...io, env: quiet(io.env) }, 'may-be-fixed');
    return config === null ? 2 : ((await openDesk(io, config)) ?? 1);
  });
}

/** The verb over any desk; `open` gives it, or the exit code with which it could not. */
export async function runChat(
  argv: readonly string[],
  io: Io,
  open: () => Promise<OpenedDesk | number>,
): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const opened = await open();
  if (typeof opened === 'number') return opened;
  try {
    return await talk(opened, io, args.options);
  } finally {
    await opened.close();
  }
}

async function talk(
  opened: OpenedDesk,
  io: Io,
  options: Readonly<Record<string, string | boolean | undefined>>,
): Promise<number> {
  const { desk, conversation } = opened;
  const person = await speaker(opened, options['as']);
  if (!person) {
    io.stderr(
      options['as'] === undefined
        ? 'subdesk chat: nobody was imported'
        : `subdesk chat: no person ${options['as']}`,
    );
    return 2;
  }
  const parts = {
    conversation,
    machine: desk.machine,
    now: desk.clock.now,
    unique: desk.ids.unique,
    as: person,
  };
  const run = startRun(parts);
  if (options['json'] === true)
    for await (const line of untilStopped(io)) io.stdout(JSON.stringify(replyToJson(await run.answer(line))));
  else await converse(run, io, person);
  return 0;
}

function speaker({ desk }: OpenedDesk, as: string | boolean | undefined): Promise<Person | null | undefined> {
  return typeof as === 'string'
    ? desk.directory.person(as)
    : desk.directory.people().then(([first]) => first);
}

const WORDS = {
  en: {
    greeting: (name: string) => `You are ${name}. Type a sentence, the number of an action, help or exit.`,
    none: 'No such action.',
    optional: 'may be empty',
  },
  sv: {
    greeting: (name: string) => `Du är ${name}. Skriv en mening, numret på en åtgärd, hjälp eller exit.`,
    none: 'Ingen sådan åtgärd.',
    optional: 'kan lämnas tom',
  },
} as const;

/** A person at the keyboard: a sentence or a number at a time. */
async function converse(run: ConsoleRun, io: Io, person: Person): Promise<void> {
  const words = WORDS[person.language];
  const lines = untilStopped(io);
  let shown: Statement | null = null;
  io.stdout(words.greeting(person.name));
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value.trim();
    if (line === '') continue;
    if (LEAVING.includes(line.toLowerCase())) return;
    const action: StatedAction | null | undefined =
      /^\d{1,3}$/u.test(line) && shown ? numberedActions(shown)[Number(line) - 1] : null;
    if (action === undefined) io.stdout(words.none);
    else if (!action || !shown) shown = draw(io, await run.say(line));
    else {
      const reply = await clicked(run, io, lines, shown.on, action, words);
      if (reply === 'left') return;
      shown = draw(io, reply);
    }
  }
}

const LEAVING: readonly string[] = ['exit', 'quit'];

/** Ctrl+C leaves as Ctrl+D does. */
async function* untilStopped({ stdin, stop }: Io): AsyncGenerator<string> {
  const lines = stdin[Symbol.asyncIterator]();
  const over = stopped(stop).then((): IteratorResult<string> => ({ done: true, value: undefined }));
  for (;;) {
    const next = await Promise.race([lines.next(), over]);
    if (next.done) return;
    yield next.value;
  }
}

type Words = (typeof WORDS)[keyof typeof WORDS];

/** The inputs of an action, asked for one by one, an empty line keeps what stands; who leaves meanwhile has not clicked. */
async function clicked(
  run: ConsoleRun,
  io: Io,
  lines: AsyncIterator<string>,
  on: string,
  action: StatedAction,
  words: Words,
): Promise<Reply | 'left'> {
  const inputs: Record<string, string> = {};
  for (const input of action.inputs) {
    io.stdout(question(input, words));
    const next = await lines.next();
    if (next.done) return 'left';
    const value = chosen(input, next.value.trim()) || (input.value ?? '');
    if (value !== '') inputs[input.id] = value;
  }
  return run.click(action.id, on, inputs);
}

function question(input: StatedInput, words: Words): string {
  const choices = (input.choices ?? []).map(({ title }, index) => `  ${index + 1}  ${title}`);
  const stands = input.choices?.find(({ id }) => id === input.value)?.title ?? input.value;
  const preset = stands === undefined ? '' : ` [${stands}]`;
  return [`${input.label}${input.required ? '' : ` (${words.optional})`}${preset}:`, ...choices].join('\n');
}

/** A choice by its number; anything else as typed. */
function chosen({ choices }: StatedInput, typed: string): string {
  return (/^\d{1,2}$/u.test(typed) && choices?.[Number(typed) - 1]?.id) || typed;
}

const WIDTH = 80;

function draw(io: Io, reply: Reply): Statement {
  const statement = describe(reply.view, reply.reader);
  io.stdout(renderConsole(statement, { colour: io.terminal && !io.env['NO_COLOR'], width: WIDTH }));
  return statement;
}
