import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, startProgram } from '../program.ts';
import { type Desk, fill, openDesk } from './desk.ts';
import type { OtherServer } from './other.ts';

/** The same data in both databases. */
export interface Pair {
  readonly documents: number;
  readonly embedded: Program;
  readonly ours: Desk;
  /** Null where there is no other server. */
  readonly theirs: Desk | null;
  /** Opens the embedded database anew, which is how a server on existing data is measured: milliseconds. */
  reopen(): Promise<number>;
  close(): Promise<void>;
}

export async function openPair(documents: number, other: OtherServer | null): Promise<Pair> {
  const dataDir = await mkdtemp(join(tmpdir(), 'subdesk-bench-'));
  const theirs = other && (await openDesk(other.uri(String(documents)), documents));
  let embedded = await startProgram('embedded', { dataDir });
  let ours = await openDesk(embedded.facts['uri'] ?? '', documents);
  await fill(ours);
  if (theirs) await fill(theirs);
  async function closeOurs(): Promise<void> {
    await ours.close();
    await embedded.stop();
  }
  return {
    documents,
    get embedded() {
      return embedded;
    },
    get ours() {
      return ours;
    },
    theirs,
    async reopen() {
      await closeOurs();
      embedded = await startProgram('embedded', { dataDir });
      ours = await openDesk(embedded.facts['uri'] ?? '', documents);
      return Number(embedded.facts['opened']);
    },
    async close() {
      await closeOurs();
      await theirs?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
