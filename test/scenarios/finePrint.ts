import { expect } from '@jest/globals';
import { type ExportLine, exportAudit } from '../../src/application/exportLines.ts';
import { importLines } from '../../src/application/importLines.ts';
import { runChat } from '../../src/cli/chat.ts';
import type { Io } from '../../src/cli/io.ts';
import { createConversation } from '../../src/conversation/converse.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Person } from '../../src/domain/person.ts';
import { CONTOSO, FABRIKAM, OLD, owned } from '../conversation/support.ts';
import { NOW, PEOPLE, type Seed, type TestDesk, testDesk } from '../support/desk.ts';

/** A reply of `chat --json`, as a script sees it. */
export interface Said extends Readonly<Record<string, unknown>> {
  readonly view: string;
  readonly text: string;
  readonly operation?: string;
  readonly decision?: Readonly<Record<string, unknown>>;
  readonly actions?: readonly {
    readonly id: string;
    readonly title: string;
    readonly inputs: readonly Readonly<Record<string, unknown>>[];
    readonly subscription?: string;
  }[];
}

/** A function is called when its turn comes: the clock may move within a run. */
export type Line = string | Readonly<Record<string, unknown>> | (() => string);

/** A desk spoken to by `chat --json` alone, in this process. */
export interface Script extends TestDesk {
  /** One run, at that instant from then on. */
  run(now: Instant, ...lines: readonly Line[]): Promise<readonly Said[]>;
  /** The only reply of a run of one line. */
  say(now: Instant, line: Line): Promise<Said>;
  /** The exit code and what was written. */
  chat(argv: readonly string[], lines: readonly Line[]): Promise<{ code: number; out: string[] }>;
  /** `import`; the problems. */
  import(...lines: readonly Line[]): Promise<readonly string[]>;
  /** `export audit`. */
  audit(): Promise<readonly ExportLine[]>;
}

export const SVEN: Person = {
  ...PEOPLE.agent,
  id: 'agent-sv',
  name: 'Sven Säljare',
  language: 'sv',
};

const LEGACY = { productClass: 'legacy', billingCycle: 'monthly', ...OLD } as const;

/** Contoso and Fabrikam; S-20 is a legacy base with the add-on S-21, S-30 a new-commerce base with S-31. */
export const SUBSCRIPTIONS = [
  owned(CONTOSO, 'S-10', 'Visio Plan 2'),
  owned(CONTOSO, 'S-11', 'Microsoft 365 E3', OLD),
  owned(CONTOSO, 'S-20', 'Office 365 E1', LEGACY),
  owned(CONTOSO, 'S-21', 'Exchange Archiving', { ...LEGACY, parentSubscriptionId: 'id-S-20' }),
  owned(FABRIKAM, 'S-30', 'Microsoft 365 E5'),
  owned(FABRIKAM, 'S-31', 'Audio Conferencing', { parentSubscriptionId: 'id-S-30' }),
];

export async function script(seed: Seed = {}): Promise<Script> {
  const people = [...Object.values(PEOPLE), SVEN];
  const made = await testDesk({
    now: NOW,
    people,
    customers: [CONTOSO, FABRIKAM],
    subscriptions: SUBSCRIPTIONS,
    ...seed,
  });
  const chat: Script['chat'] = async (argv, lines) => {
    const out: string[] = [];
    const io = ioOf(made, lines, out);
    const conversation = createConversation(made.desk);
    const code = await runChat(argv, io, async () => ({
      desk: made.desk,
      conversation,
      close: async () => {},
    }));
    return { code, out };
  };
  const run: Script['run'] = async (now, ...lines) => {
    made.clock.set(now);
    const { code, out } = await chat(['--json', '--as', 'agent-1'], lines);
    expect(code).toBe(0);
    expect(out).toHaveLength(lines.length);
    return out.map((line) => JSON.parse(line) as Said);
  };
  return {
    ...made,
    chat,
    run,
    say: async (now, line) => (await run(now, line))[0] as Said,
    import: async (...lines) => (await importLines(made.desk, lines.map(written))).problems,
    audit: async () => collect(exportAudit(made.desk)),
  };
}

function written(line: Line): string {
  if (typeof line === 'function') return line();
  return typeof line === 'string' ? line : JSON.stringify(line);
}

function ioOf(made: TestDesk, lines: readonly Line[], out: string[]): Io {
  async function* stdin(): AsyncGenerator<string> {
    for (const line of lines) yield written(line);
  }
  return {
    stdin: stdin(),
    stdout: (line) => void out.push(line),
    stderr: (line) => void out.push(line),
    env: {},
    now: made.clock.now,
    terminal: false,
    stop: new AbortController().signal,
  };
}

async function collect<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

/** Ids of the actions, in their order. */
export function ids({ actions }: Said): readonly string[] | undefined {
  return actions?.map(({ id }) => id);
}

/** `line` said by somebody else. */
export function as(person: string, line: Exclude<Line, () => string>): Line {
  return typeof line === 'string' ? { text: line, as: person } : { ...line, as: person };
}

export function click(action: string, inputs?: Readonly<Record<string, string>>, operation?: unknown) {
  return { click: action, ...(inputs && { inputs }), ...(operation ? { operation } : {}) };
}
