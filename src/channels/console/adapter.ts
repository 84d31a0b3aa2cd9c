import type { Conversation, Input, Reply } from '../../conversation/inbound.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { Machine } from '../../ports/machine.ts';
import type { Reader } from '../../views/view.ts';
import { badInput, nobody } from './errors.ts';
import { type Line, readLine, toEnvelope } from './inbound.ts';
import { CONSOLE_LIMITS } from './limits.ts';

export interface ConsoleParts {
  readonly conversation: Conversation;
  readonly machine: Machine;
  readonly now: () => Instant;
  /** Draws the ids of the run and of its lines. */
  readonly unique: () => string;
  /** Who speaks where a line does not say. */
  readonly as: Person;
}

/** All of a run is one conversation, as in a channel. */
export interface ConsoleRun {
  /** Answers one line as a script writes it. */
  answer(line: string): Promise<Reply>;
  say(text: string): Promise<Reply>;
  click(action: string, on: string, inputs: Readonly<Record<string, string>>): Promise<Reply>;
}

const DECIDING: readonly string[] = ['confirm', 'keep', 'approve', 'decline', 'withdraw'];
const PROMPTS: readonly string[] = ['confirm', 'terms-changed', 'approval'];

export function startRun(parts: ConsoleParts): ConsoleRun {
  const { conversation, machine, as, unique } = parts;
  const run = unique();
  const replies: Reply[] = [];

  async function send(person: Person, input: Input): Promise<Reply> {
    const spoken = { as: person.id, run, event: unique(), sentAt: machine.now() };
    const received = await conversation.receive(toEnvelope(spoken, input));
    if (received === 'duplicate') throw new Error('an event id was drawn twice');
    const reply = await settled(parts, person, await received.answer());
    replies.push(reply);
    return reply;
  }
  async function answerLine(line: Line): Promise<Reply> {
    const person = line.as === null ? as : await conversation.whoIs({ channel: 'console', person: line.as });
    if (!person) return nobody(readerFor(parts, as));
    if (line.kind === 'sentence') return send(person, line);
    const on = line.operation ?? latest(replies, line.action);
    return send(person, { kind: 'click', action: line.action, on, inputs: line.inputs });
  }
  return {
    async answer(text) {
      const line = readLine(text);
      return line ? answerLine(line) : badInput(readerFor(parts, as));
    },
    say: (text) => send(as, { kind: 'sentence', text }),
    click: (action, on, inputs) => send(as, { kind: 'click', action, on, inputs }),
  };
}

/** F-88: a decision goes to the latest prompt of the run, any other button to the latest card that had it; '' if none. */
function latest(replies: readonly Reply[], action: string): string {
  const prompt = replies.findLast(({ view }) => PROMPTS.includes(view.view));
  if (DECIDING.includes(action)) return prompt?.view.on ?? '';
  return replies.findLast(({ view }) => view.actions.some(({ id }) => id === action))?.view.on ?? '';
}

/** F-82: waits for what a click began, and shows how far it is only after that. */
async function settled(
  { conversation, machine }: ConsoleParts,
  person: Person,
  reply: Reply,
): Promise<Reply> {
  const until = machine.now() + CONSOLE_LIMITS.wait;
  let shown = reply;
  while (isUnderWay(shown) && machine.now() < until) {
    await machine.sleep(CONSOLE_LIMITS.look);
    shown =
      (await conversation.present(shown.view.on ?? '', person, person.language, person.timeZone)) ?? shown;
  }
  return shown;
}

function isUnderWay({ view, replaces }: Reply): boolean {
  return (
    replaces &&
    view.view === 'operation' &&
    (view.operation.state === 'queued' || view.operation.state === 'running')
  );
}

function readerFor({ now }: ConsoleParts, person: Person): Reader {
  return { language: person.language, timeZone: person.timeZone, now: now(), person };
}
