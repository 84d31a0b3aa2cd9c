import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface WriterProcess {
  readonly run: string;
  readonly lines: readonly string[];
  /** Opens the database and begins. */
  go(): void;
  /** Settled when that many such lines have come; rejects when the process ends before. */
  until(test: (line: string) => boolean, count?: number): Promise<void>;
  /** SIGKILL, and wait for the end. */
  kill(): Promise<void>;
  /** When it has ended by itself. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

export interface WriterOptions {
  readonly dataDir: string;
  readonly run: string;
  readonly writers: number;
  /** No file may grow beyond this many blocks of 512 bytes: a disk that is full. */
  readonly blocks?: number;
}

/** Starts writer.mjs; it loads, and waits for `go`. */
export function startWriter(options: WriterOptions): WriterProcess {
  const child = spawnWriter(options);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  readLines(child, (line) => {
    lines.push(line);
    for (const check of waiting) check();
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, errors })),
  );
  return {
    run: options.run,
    lines,
    ended,
    go: () => void child.stdin?.write('go\n'),
    until: (test, count = 1) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (lines.filter(test).length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
        void ended.then(() => reject(new Error(`${options.run} ended: ${lines.at(-1)} ${errors}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function spawnWriter({ dataDir, run, writers, blocks }: WriterOptions): ChildProcess {
  const file = fileURLToPath(new URL('./writer.mjs', import.meta.url));
  const args = [file, dataDir, run, String(writers)];
  if (blocks === undefined) return spawn(process.execPath, args);
  return spawn('sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...args]);
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  child.stdout?.on('data', (chunk) => {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    parts.forEach(onLine);
  });
}
