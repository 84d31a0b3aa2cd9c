import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { Doc } from './bson.ts';
import { openCatalog } from './catalog.ts';
import { isWrite, type Reply, runCommand } from './commands.ts';
import { type Commit, groupCommit } from './commit.ts';
import type { Context } from './context.ts';
import { openCursors } from './cursors.ts';
import { asCommandError } from './errors.ts';
import { openStore } from './store.ts';
import { frameReader, type Request, readRequest, replyFrame } from './wire.ts';

export interface ServerOptions {
  readonly dataDir: string;
  readonly socketPath: string;
  readonly durable: boolean;
  /** Called once, after which the server answers nobody. */
  readonly onFailure: (error: Error) => void;
}

interface Engine {
  readonly context: Omit<Context, 'database'>;
  readonly commit: Commit;
}

/** Opens the files and serves them on the socket. Only the holder of the lock may call this. */
export async function startServer(options: ServerOptions): Promise<{ close(): Promise<void> }> {
  const store = openStore(options.dataDir, options);
  const sockets = new Set<Socket>();
  const commit = groupCommit(store, (error) => {
    for (const socket of sockets) socket.destroy();
    options.onFailure(error);
  });
  const context = { data: { store, catalog: openCatalog(store) }, cursors: openCursors() };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveClient(socket, { context, commit });
  });
  await listen(server, options.socketPath);
  return {
    async close() {
      await commit(() => undefined);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

async function listen(server: Server, socketPath: string): Promise<void> {
  rmSync(socketPath, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  chmodSync(socketPath, 0o600);
}

/** One request after the other; a client that does not speak the protocol is cut off. */
function serveClient(socket: Socket, engine: Engine): void {
  const frames = frameReader();
  const queue: Buffer[] = [];
  let busy = false;

  function pump(): void {
    for (let frame = queue.shift(); frame !== undefined; frame = queue.shift()) {
      const request = readRequest(frame);
      const reply = answer(engine, request);
      if (!(reply instanceof Promise)) {
        send(socket, request, reply);
        continue;
      }
      busy = true;
      reply.then((late) => resume(request, late)).catch(() => socket.destroy());
      return;
    }
  }

  function resume(request: Request, reply: Reply): void {
    busy = false;
    send(socket, request, reply);
    pump();
  }

  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      queue.push(...frames(chunk));
      if (!busy) pump();
    } catch {
      socket.destroy();
    }
  });
}

function send(socket: Socket, request: Request, reply: Reply): void {
  if (request.wantsReply && !socket.destroyed) socket.write(replyFrame(request, reply));
}

/** Reads are answered at once, writes after the disk has them. */
function answer({ context, commit }: Engine, { command }: Request): Reply | Promise<Reply> {
  if (isWrite(command)) return commit(() => runCommand(context, command)).catch(failure);
  try {
    return runCommand(context, command);
  } catch (thrown) {
    return failure(thrown);
  }
}

function failure(thrown: unknown): Doc {
  const { code, codeName, message, info } = asCommandError(thrown);
  return { ok: 0, errmsg: message, code, codeName, ...info };
}
