import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot did to the chats. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: an activity as it went over the wire
  readonly body: any;
}

export interface Refusing {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface LoopbackConnector {
  readonly serviceUrl: string;
  readonly recorded: Recorded[];
  /** Answers the next requests so, one each, before it takes any again. */
  refuseNext(...refusals: readonly Refusing[]): void;
  /** Posts and updates that were taken, oldest first; typing left out. */
  messages(): readonly Recorded[];
  close(): Promise<void>;
}

/** Teams' connector on loopback: records what the bot posts and updates. */
export async function loopbackConnector(): Promise<LoopbackConnector> {
  const recorded: Recorded[] = [];
  const refusals: Refusing[] = [];
  let posted = 0;
  const server = createServer(async (request, response) => {
    const body = await json(request);
    const refusal = refusals.shift();
    recorded.push({
      method: request.method ?? '',
      path: decodeURIComponent(request.url ?? ''),
      authorization: request.headers.authorization,
      body,
    });
    if (refusal !== undefined) {
      response.writeHead(refusal.status, { 'Content-Type': 'application/json', ...refusal.headers });
      response.end(JSON.stringify(refusal.body ?? {}));
      return;
    }
    const isUpdate = request.method === 'PUT';
    if (!isUpdate) posted += 1;
    const id = isUpdate ? (request.url ?? '').split('/').at(-1) : `posted-${posted}`;
    response.writeHead(isUpdate ? 200 : 201, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id: request.url?.endsWith('/v3/conversations') ? 'a:alone' : id }));
  });
  const port = await listen(server);
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    recorded,
    refuseNext: (...next) => void refusals.push(...next),
    messages: () => recorded.filter(({ body }) => body?.type === 'message'),
    close: () => close(server),
  };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function json(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
