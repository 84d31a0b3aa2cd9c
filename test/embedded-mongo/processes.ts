import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface WriterProcess {
  readonly lines: readonly string[];
  /** Settled when that many such lines have come. */
  until(test: (line: string) => boolean, count?: number): Promise<void>;
  /** SIGKILL, and wait for the end. */
  kill(): Promise<void>;
}

/** Starts writer.mjs on a data folder. */
export function startWriter(dataDir: string, run: string, writers: number): WriterProcess {
  const file = fileURLToPath(new URL('./writer.mjs', import.meta.url));
  const child = spawn(process.execPath, [file, dataDir, run, String(writers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  readLines(child, (line) => {
    lines.push(line);
    for (const check of waiting) check();
  });
  return {
    lines,
    until: (test, count = 1) =>
      new Promise((resolve) => {
        const check = () => {
          if (lines.filter(test).length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    kill: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  child.stdout?.on('data', (chunk) => {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    parts.forEach(onLine);
  });
}
