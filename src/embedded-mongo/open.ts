import { Worker } from 'node:worker_threads';
import { prepareFolder } from './folder.ts';
import type { ThreadData, ThreadMessage } from './thread.ts';

export interface EmbeddedOptions {
  /** The folder of the database; made if absent, and closed to other users. */
  readonly dataDir: string;
  /** False leaves writing to the system: only for tests, whose data nobody misses. */
  readonly durable?: boolean;
  /** False where the system has no unix sockets: then it is a port of this machine, with a password. */
  readonly sockets?: boolean;
  /** Called once when the database of this process cannot go on; without it the error is thrown and ends the process. */
  readonly onFatal?: (error: Error) => void;
}

export interface Embedded {
  /** For the MongoDB driver; another database name may be put after the slash. */
  readonly uri: string;
  /** Does this process serve the database (now), or does another one? */
  owner(): boolean;
  close(): Promise<void>;
}

/**
 * Opens the database of a folder: this process serves it from a thread, or is a client of the process that does and
 * takes over when that one goes. Rejects when the files cannot be used, saying what to do.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, durable = true, sockets = process.platform !== 'win32' } = options;
  const folder = prepareFolder(dataDir);
  const { worker, exited } = startThread({ folder, durable, sockets });
  const first = await nextMessage(worker);
  if (first.kind === 'failed') throw new Error(first.message);

  let owner = first.kind === 'owner';
  let over = false;
  worker.on('message', (message: ThreadMessage) => {
    owner ||= message.kind === 'owner';
    if (message.kind === 'failed') stopped(new Error(message.message));
  });
  worker.on('error', stopped);
  function stopped(error: Error): void {
    owner = false;
    if (!over) (options.onFatal ?? rethrow)(error);
    over = true;
  }
  return {
    uri: first.uri,
    owner: () => owner,
    async close() {
      over = true;
      owner = false;
      worker.ref();
      worker.postMessage('close');
      await exited;
    },
  };
}

// Node 20 starts no TypeScript in a thread: from the sources the compiled file next door is taken (tests).
function startThread(workerData: ThreadData): { readonly worker: Worker; readonly exited: Promise<void> } {
  const file = import.meta.url.endsWith('.ts') ? '../../dist/embedded-mongo/thread.js' : './thread.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // A process that has nothing else to do may end.
  worker.unref();
  return { worker, exited };
}

function nextMessage(worker: Worker): Promise<ThreadMessage> {
  worker.ref();
  return new Promise<ThreadMessage>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  }).finally(() => worker.unref());
}

function rethrow(error: Error): void {
  queueMicrotask(() => {
    throw error;
  });
}
