import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpuMilliseconds } from './measure.ts';

/** What a measured program says of itself once it serves: its port, and whatever else its case needs. */
export type Facts = Readonly<Record<string, string>>;

/** A program under measurement, in a process of its own: its processor time is nobody else's. */
export interface Program {
  readonly facts: Facts;
  /** Processor time so far, milliseconds. */
  cpu(): Promise<number>;
  /** What else it can say of itself (Serving.answers). */
  ask(question: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts servers/<name>.ts and waits until it serves. Rejects when it ends before. */
export async function startProgram(name: string, setup: Facts): Promise<Program> {
  const child = fork('test/run.mjs', [`test/bench/servers/${name}.ts`, JSON.stringify(setup)]);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${name} ended`);
  });
  // Rightly so when it is stopped, with nobody waiting.
  ended.catch(() => undefined);
  const message = () => Promise.race([once(child, 'message').then(([said]) => said as unknown), ended]);
  const facts = (await message()) as Facts;
  async function ask(question: string): Promise<number> {
    const answered = message();
    child.send(question);
    return (await answered) as number;
  }
  return {
    facts,
    cpu: () => ask('cpu'),
    ask,
    async stop() {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}

export interface Serving {
  readonly facts: Facts;
  readonly answers?: Readonly<Record<string, () => number>>;
  stop(): Promise<void>;
}

/** The other end: serves, says so, answers what it is asked, ends when its starter lets go of it. */
export async function serveFor(start: (setup: Facts) => Promise<Serving>): Promise<void> {
  const serving = await start(JSON.parse(process.argv[2] ?? '{}') as Facts);
  const answers: Serving['answers'] = { cpu: cpuMilliseconds, ...serving.answers };
  process.on('message', (question: string) => process.send?.(answers[question]?.() ?? Number.NaN));
  process.on('disconnect', () => void serving.stop().then(() => process.exit(0)));
  process.send?.(serving.facts);
}
