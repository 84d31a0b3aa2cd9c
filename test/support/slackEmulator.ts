import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { createEmulator } from 'emulate';

/** What arrived at Slack: a Web API call, or an answer by a response URL (`method` is then "hook"). */
export interface Arrived {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
}

/** `emulate`'s Slack behind a door that notes what comes and can refuse it as Slack does (429, a deleted message). */
export interface SlackEmulator {
  readonly apiUrl: string;
  readonly team: string;
  readonly channel: string;
  readonly users: Readonly<Record<'maja' | 'erik' | 'bea', string>>;
  /** A trigger as Slack would send with an interaction: once, three seconds. */
  trigger(user: string): Promise<string>;
  responseUrl(): string;
  arrived(method?: string): readonly Arrived[];
  /** The next call of that method is refused so. */
  refuseNext(method: string, refusal: Refusal): void;
  /** Messages that stand in a channel now, oldest first. */
  messages(channel?: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  call(method: string, body: object): Promise<Readonly<Record<string, unknown>>>;
  /** Forgets what arrived and what was to be refused. */
  forget(): void;
  stop(): Promise<void>;
}

const SEED = {
  slack: {
    team: { name: 'Partner' },
    users: [
      { name: 'maja', real_name: 'Maja Lind' },
      { name: 'erik', real_name: 'Erik Berg' },
      { name: 'bea', real_name: 'Bea Boss' },
    ],
    channels: [{ name: 'desk' }],
    bots: [{ name: 'subdesk' }],
  },
};

export async function startSlackEmulator(): Promise<SlackEmulator> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: SEED });
  const arrived: Arrived[] = [];
  const refusals = new Map<string, Refusal[]>();
  const door = createServer((request, response) => {
    pass(emulator.url, arrived, refusals, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const call = (method: string, body: object) => callApi(emulator.url, method, body);
  const { members } = (await call('users.list', {})) as { members: { id: string; name: string }[] };
  const { channels } = (await call('conversations.list', {})) as { channels: { id: string; name: string }[] };
  const user = (name: string) => members.find((one) => one.name === name)?.id ?? '';
  const channel = channels.find((one) => one.name === 'desk')?.id ?? '';
  let hooks = 0;
  return {
    apiUrl: `${origin}/api/`,
    team: 'T000000001',
    channel,
    users: { maja: user('maja'), erik: user('erik'), bea: user('bea') },
    trigger: async (id) => String((await call('views.generateTriggerId', { user_id: id }))['trigger_id']),
    responseUrl: () => {
      hooks += 1;
      return `${origin}/hooks/${hooks}`;
    },
    arrived: (method) => arrived.filter((one) => method === undefined || one.method === method),
    refuseNext: (method, refusal) => refusals.set(method, [...(refusals.get(method) ?? []), refusal]),
    messages: async (where = channel) => {
      const history = await call('conversations.history', { channel: where });
      return ((history['messages'] ?? []) as Record<string, unknown>[]).toReversed();
    },
    call,
    forget: () => {
      arrived.length = 0;
      refusals.clear();
    },
    stop: async () => {
      await close(door);
      await emulator.close();
    },
  };
}

async function pass(
  emulator: string,
  arrived: Arrived[],
  refusals: Map<string, Refusal[]>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await read(request);
  const path = request.url ?? '/';
  const method = path.startsWith('/hooks/') ? 'hook' : path.replace('/api/', '');
  const body = decoded(raw, request.headers['content-type'] ?? '');
  const refusal = refusals.get(method)?.shift();
  if (refusal !== undefined) {
    arrived.push({ method, body, answer: { refused: refusal.status } });
    response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
    response.end(JSON.stringify(refusal.body));
    return;
  }
  const answer = method === 'hook' ? { ok: true } : await callApi(emulator, method, body);
  arrived.push({ method, body, answer });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

async function callApi(url: string, method: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-emulated' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** The SDK sends forms, with objects in them as JSON. */
function decoded(raw: string, contentType: string): Record<string, unknown> {
  if (contentType.startsWith('application/json')) return JSON.parse(raw) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(parse(raw)).map(([name, value]) => [name, decodedField(value)]));
}

function decodedField(value: unknown): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  return JSON.parse(value);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
