import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type Variables = Readonly<Record<string, string>>;

/** A process of the product, as somebody would start it. */
export interface Program {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the first match in what it has written so far or writes; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export interface Ran {
  readonly code: number | NodeJS.Signals | null;
  /** Lines of standard output. */
  readonly out: readonly string[];
  readonly err: string;
}

/** All processes and the data folder of a test: `end` leaves none behind. */
export interface Processes {
  /** The program's working and data folder: no .env of ours is read. */
  readonly folder: string;
  start(argv: readonly string[], variables?: Variables): Program;
  /** Runs to its end with these lines on standard input. */
  run(argv: readonly string[], variables?: Variables, lines?: readonly (string | object)[]): Promise<Ran>;
  end(): Promise<void>;
}

/** Longer than two loaded cores need. */
const PATIENCE = 45_000;
const MAIN = resolve('dist/main.js');

export function processes(): Processes {
  const folder = mkdtempSync(join(tmpdir(), 'subdesk-process-'));
  const started: Program[] = [];
  const start = (argv: readonly string[], variables: Variables = {}) => {
    const child = launch(folder, argv, variables);
    const program = watch(child);
    started.push(program);
    return { child, program };
  };
  return {
    folder,
    start: (argv, variables) => {
      const { child, program } = start(argv, variables);
      child.stdin?.end();
      return program;
    },
    async run(argv, variables, lines = []) {
      const { child, program } = start(argv, variables);
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(
        lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
      );
      const code = await program.ended;
      const out = program
        .stdout()
        .split('\n')
        .filter((line) => line !== '');
      return { code, out, err: program.stderr() };
    },
    async end() {
      for (const program of started) program.signal('SIGKILL');
      await Promise.all(started.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing of this machine's settings but what a process needs to run. */
function launch(folder: string, argv: readonly string[], variables: Variables): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [MAIN, ...argv], {
    cwd: folder,
    env: { PATH, HOME, SUBDESK_DATA_DIR: join(folder, 'data'), ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function watch(child: ChildProcess): Program {
  const written = { stdout: '', stderr: '' };
  const listening = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      written[name] += chunk;
      for (const look of listening) look();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  );
  return {
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    signal: (name) => void child.kill(name),
    ended,
    says: (pattern) =>
      new Promise((found, reject) => {
        const fail = (why: string) => reject(new Error(`${why}: ${written.stdout}\n${written.stderr}`));
        const timer = setTimeout(() => fail(`it did not say ${pattern}`), PATIENCE);
        const look = () => {
          const match = pattern.exec(written.stdout) ?? pattern.exec(written.stderr);
          if (match === null) return;
          clearTimeout(timer);
          listening.delete(look);
          found(match);
        };
        listening.add(look);
        look();
        void ended.then((code) => {
          clearTimeout(timer);
          fail(`it ended with ${code}`);
        });
      }),
  };
}

/** Looks again and again until something is so; fails with what it last was. */
export async function until<T>(look: () => Promise<T> | T, holds: (value: T) => boolean): Promise<T> {
  const patience = performance.now() + PATIENCE;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (performance.now() > patience)
      throw new Error(`it never came: ${JSON.stringify(value)?.slice(0, 2000)}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** The status of an answer, or 0 where nobody listens. */
export function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    () => 0,
  );
}

/** JSON lines of standard output. */
export function objects(ran: Pick<Ran, 'out'>): readonly Readonly<Record<string, unknown>>[] {
  return ran.out.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
