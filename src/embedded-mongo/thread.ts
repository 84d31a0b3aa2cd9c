import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { markStopped, refuseStopped } from './folder.ts';
import { takeLock } from './lock.ts';
import { startServer } from './server.ts';

// The database's thread: races for the folder's lock as long as it lives, and serves when it has it.

export interface ThreadData {
  readonly folder: string;
  readonly socketPath: string;
  readonly durable: boolean;
}

/** owner: this process serves. client: another one does. failed: over, nothing is served any more. */
export type ThreadMessage =
  | { readonly kind: 'owner' | 'client' }
  | { readonly kind: 'failed'; readonly message: string };

const RETRY_MS = 200;
const FIRST_RETRY_MS = 20;

async function run(port: MessagePort, { folder, socketPath, durable }: ThreadData): Promise<void> {
  const closing = new AbortController();
  port.once('message', () => closing.abort());
  const tell = (message: ThreadMessage) => port.postMessage(message);

  const lock = await raceForLock(folder, closing.signal, async () => {
    const served = await answers(socketPath);
    if (served) tell({ kind: 'client' });
    return served;
  });
  if (lock === undefined) return;

  refuseStopped(folder);
  const server = await startServer({
    dataDir: folder,
    socketPath,
    durable,
    onFailure(error) {
      markStopped(folder, error.message);
      // Uncaught: it ends this thread, and with that the lock.
      throw error;
    },
  });
  tell({ kind: 'owner' });
  await aborted(closing.signal);
  await server.close();
  rmSync(socketPath, { force: true });
  lock.free();
}

/** Tries until it has the lock; until `seen` says that the owner answers it tries more often. */
async function raceForLock(folder: string, closing: AbortSignal, seen: () => Promise<boolean>) {
  let known = false;
  while (!closing.aborted) {
    const lock = takeLock(folder);
    if (lock !== undefined) return lock;
    known ||= await seen();
    await sleep(known ? RETRY_MS : FIRST_RETRY_MS, undefined, { signal: closing }).catch(() => undefined);
  }
  return undefined;
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

if (parentPort !== null) {
  const port = parentPort;
  run(port, workerData as ThreadData)
    .catch((error: Error) =>
      port.postMessage({ kind: 'failed', message: error.message } satisfies ThreadMessage),
    )
    .finally(() => port.close());
}
