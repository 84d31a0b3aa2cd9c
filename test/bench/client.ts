import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type Headers = Readonly<Record<string, string>>;

/** Asks one server over one connection that stays open. */
export interface Client {
  /** Rejects on any status but 200. */
  post(path: string, body: string, headers: Headers): Promise<string>;
  get(path: string): Promise<string>;
  close(): void;
}

export function openClient(port: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  async function ask(method: string, path: string, body: string, headers: Headers): Promise<string> {
    const answer = await exchange(agent, Number(port), method, path, body, headers);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.body;
  }
  return {
    post: (path, body, headers) => ask('POST', path, body, headers),
    get: (path) => ask('GET', path, '', {}),
    close: () => agent.destroy(),
  };
}

function exchange(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  body: string,
  headers: Headers,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, method, path, headers };
    const asked = request({ ...options, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
    asked.on('error', reject);
    asked.on('response', async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
    });
    asked.end(body);
  });
}
