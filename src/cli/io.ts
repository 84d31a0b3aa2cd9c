import { createInterface, type Interface } from 'node:readline';
import type { Environment } from '../config.ts';
import { environment } from '../config.ts';
import type { Instant } from '../domain/instant.ts';
import { systemClock } from '../runtime/systemClock.ts';

/** What a verb may touch of the process: everything else comes in as an argument. */
export interface Io {
  readonly stdin: AsyncIterable<string>;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
  readonly env: Environment;
  readonly now: () => Instant;
  /** Colour and questions only where a person sits. */
  readonly terminal: boolean;
  /** Fires on SIGINT or SIGTERM; who never asks for it is ended by them at once. */
  readonly stop: AbortSignal;
}

/** A verb: its words in, its exit code out (0 did it, 1 refused or failed, 2 wrong usage or configuration). */
export type Verb = (argv: readonly string[], io: Io) => Promise<number>;

export function processIo(): Io {
  let stopping: AbortController | null = null;
  return {
    stdin: lines(),
    stdout: (line) => void process.stdout.write(`${line}\n`),
    stderr: (line) => void process.stderr.write(`${line}\n`),
    env: environment(),
    now: systemClock().now,
    terminal: isTerminal(),
    get stop() {
      stopping ??= onSignals();
      return stopping.signal;
    },
  };
}

function onSignals(): AbortController {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping;
}

/** Opened only when a verb reads: an idle reader would keep the process alive. */
async function* lines(): AsyncGenerator<string> {
  const source = { input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY };
  if (isTerminal()) yield* typed(createInterface({ ...source, output: process.stdout, prompt: '> ' }));
  else yield* createInterface(source);
}

/** With a prompt, the arrow keys and what was typed before. */
async function* typed(reader: Interface): AsyncGenerator<string> {
  const lines = reader[Symbol.asyncIterator]();
  for (;;) {
    reader.prompt();
    const next = await lines.next();
    if (next.done) return;
    yield next.value;
  }
}

function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}
