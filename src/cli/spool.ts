import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Spool } from '../ports/spool.ts';

const CHUNK = 64 * 1024;

export interface FileSpool extends Spool {
  remove(): Promise<void>;
}

/** In files of this user alone; names are ours, lines hold no line ends. */
export async function fileSpool(): Promise<FileSpool> {
  const folder = await mkdtemp(join(tmpdir(), 'subdesk-spool-'));
  const waiting = new Map<string, string>();
  const named = new Set<string>();
  const pathOf = (name: string) => join(folder, name);
  async function flush(name: string): Promise<void> {
    await appendFile(pathOf(name), waiting.get(name) ?? '', { mode: 0o600 });
    waiting.delete(name);
  }
  return {
    async put(name, line) {
      named.add(name);
      const chunk = `${waiting.get(name) ?? ''}${line}\n`;
      waiting.set(name, chunk);
      if (chunk.length >= CHUNK) await flush(name);
    },
    async *lines(name) {
      if (!named.has(name)) return;
      await flush(name);
      yield* createInterface({ input: createReadStream(pathOf(name)), crlfDelay: Number.POSITIVE_INFINITY });
    },
    async empty() {
      await Promise.all([...named].map((name) => rm(pathOf(name), { force: true })));
      waiting.clear();
      named.clear();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
