import { createServer, type Socket } from 'node:net';
import { type Address, listenAt } from './address.ts';
import { type Gate, openGate } from './auth.ts';
import { backup } from './backup.ts';
import type { Doc } from './bson.ts';
import { isWrite, type Reply, runCommand } from './commands.ts';
import { type Commit, groupCommit } from './commit.ts';
import { type Context, openData } from './context.ts';
import { openCursors } from './cursors.ts';
import { asCommandError } from './errors.ts';
import { openStore } from './opening.ts';
import { frameReader, type Request, readRequest, replyFrame } from './wire.ts';

export interface ServerOptions {
  readonly dataDir: string;
  readonly address: Address;
  readonly durable: boolean;
  /** Called once, after which the server answers no write: it must end the thread, and with it all connections. */
  readonly onFailure: (error: Error) => void;
}

interface Engine {
  readonly context: Omit<Context, 'database'>;
  readonly commit: Commit;
}

export interface RunningServer {
  /** Where it listens: at another port than it was told when that was taken. */
  readonly address: Address;
  close(): Promise<void>;
}

/** Opens the files and serves them. Only the holder of the lock may call this. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = await openStore(options.dataDir, options.durable);
  const sockets = new Set<Socket>();
  const commit = groupCommit(store, (error) => void store.idle().then(() => options.onFailure(error)));
  const context = { ...openData(store), cursors: openCursors() };
  let { address } = options;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveClient(socket, { context, commit }, openGate(address));
  });
  address = await listenAt(server, options.address);
  return {
    address,
    async close() {
      await commit(() => undefined);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

/** One request after the other; a client that does not speak the protocol is cut off. */
function serveClient(socket: Socket, engine: Engine, gate: Gate): void {
  const frames = frameReader();
  let last = Promise.resolve();
  async function reply(request: Request): Promise<void> {
    const { command } = request;
    const answered = gate(command) ?? backup(engine.context.store, command) ?? answer(engine, command);
    socket.write(replyFrame(request, await answered));
  }
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const request of frames(chunk).map(readRequest))
        last = last.then(() => reply(request)).catch(() => void socket.destroy());
    } catch {
      socket.destroy();
    }
  });
}

/** Reads are answered at once, writes after the disk has them. */
async function answer({ context, commit }: Engine, command: Doc): Promise<Reply> {
  const run = () => runCommand(context, command);
  try {
    return await (isWrite(command) ? commit(run) : run());
  } catch (thrown) {
    return failure(thrown);
  }
}

function failure(thrown: unknown): Doc {
  const { code, message, info } = asCommandError(thrown);
  return { ok: 0, errmsg: message, code, ...info };
}
