import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a measured program says of itself once it serves: its port, and whatever else its case needs. */
export type Facts = Readonly<Record<string, string>>;

/** A program under measurement, in a process of its own: its processor time is nobody else's. */
export interface Program {
  readonly facts: Facts;
  /** Processor time so far, milliseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts servers/<name>.ts and waits until it serves. Rejects when it ends before. */
export async function startProgram(name: string, setup: Facts): Promise<Program> {
  const child = fork('test/run.mjs', [`test/bench/servers/${name}.ts`, JSON.stringify(setup)]);
  const message = () =>
    Promise.race([
      once(child, 'message').then(([said]) => said as unknown),
      once(child, 'exit').then(() => {
        throw new Error(`${name} ended`);
      }),
    ]);
  const facts = (await message()) as Facts;
  return {
    facts,
    async cpu() {
      const answered = message();
      child.send('cpu');
      return (await answered) as number;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

export interface Serving {
  readonly facts: Facts;
  stop(): Promise<void>;
}

/** The other end: serves, says so, answers for its processor time, ends when its starter lets go of it. */
export async function serveFor(start: (setup: Facts) => Promise<Serving>): Promise<void> {
  const serving = await start(JSON.parse(process.argv[2] ?? '{}') as Facts);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  process.on('disconnect', () => void serving.stop().then(() => process.exit(0)));
  process.send?.(serving.facts);
}
