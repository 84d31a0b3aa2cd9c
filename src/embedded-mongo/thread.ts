import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Address, addressIn, answers, newPort, publish, uriOf } from './address.ts';
import { markStopped, refuseStopped, wordsOfStop } from './folder.ts';
import { takeLock } from './lock.ts';
import { startServer } from './server.ts';

// The database's thread: races for the folder's lock as long as it lives, and serves when it has it.

export interface ThreadData {
  readonly folder: string;
  readonly durable: boolean;
  /** Has the system unix sockets? */
  readonly sockets: boolean;
}

/** owner: this process serves. client: another one does. failed: over, nothing is served any more. */
export type ThreadMessage =
  | { readonly kind: 'owner' | 'client'; readonly uri: string }
  | { readonly kind: 'failed'; readonly message: string };

const RETRY_MS = 200;
const FIRST_RETRY_MS = 20;

async function run(port: MessagePort, data: ThreadData): Promise<void> {
  const { folder, sockets } = data;
  const closing = new AbortController();
  port.once('message', () => closing.abort());
  const teller = tellTo(port, folder);

  const lock = await raceForLock(folder, closing.signal, async () => {
    const address = addressIn(folder, sockets);
    if (address !== undefined && (teller.known() || (await answers(address)))) teller.tell('client', address);
    return teller.known();
  });
  if (lock === undefined) return;

  refuseStopped(folder);
  const server = await serve(data);
  publish(folder, server.address);
  teller.tell('owner', server.address);
  await aborted(closing.signal);
  await server.close();
  withdraw(server.address);
  lock.free();
}

/** Tells each thing once. The driver keeps the address that it was given, so there can be no second one. */
function tellTo(port: MessagePort, folder: string) {
  let told: { readonly kind: string; readonly uri: string } | undefined;
  return {
    known: () => told !== undefined,
    tell(kind: 'owner' | 'client', address: Address): void {
      const uri = uriOf(address);
      if (told !== undefined && told.uri !== uri)
        throw new Error(
          `The port of the database in ${folder} was taken while its owner changed. Start this process again.`,
        );
      if (told?.kind === kind) return;
      told = { kind, uri };
      port.postMessage({ kind, uri } satisfies ThreadMessage);
    },
  };
}

function serve({ folder, durable, sockets }: ThreadData) {
  return startServer({
    dataDir: folder,
    address: addressIn(folder, sockets) ?? newPort(),
    durable,
    onFailure(error) {
      markStopped(folder, error.message);
      // Uncaught: it ends this thread, and with that its connections and the lock.
      throw new Error(`The database in ${folder} ${wordsOfStop(folder, error.message)}`);
    },
  });
}

/** A port and its password stay: clients of this owner look for the next one there. */
function withdraw(address: Address): void {
  if (address.kind === 'socket') rmSync(address.path, { force: true });
}

/** Tries until it has the lock, asking each time whether the owner is known; until it is, it tries more often. */
async function raceForLock(folder: string, closing: AbortSignal, isKnown: () => Promise<boolean>) {
  while (!closing.aborted) {
    const lock = takeLock(folder);
    if (lock !== undefined) return lock;
    const wait = (await isKnown()) ? RETRY_MS : FIRST_RETRY_MS;
    await sleep(wait, undefined, { signal: closing }).catch(() => undefined);
  }
  return undefined;
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
