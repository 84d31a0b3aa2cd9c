import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, openClient } from './client.ts';

/** `subdesk demo` in a process of its own, as somebody would start it. */
export interface RunningDemo {
  readonly client: Client;
  /** Milliseconds from the start of the process until the database answered. */
  readonly ready: number;
  stop(): Promise<void>;
}

export function startDemo(dataDir: string): Promise<RunningDemo> {
  return startAndWait(['dist/main.js', 'demo', '--port', '0'], { SUBDESK_DATA_DIR: dataDir });
}

/** A process that says `http://127.0.0.1:<port>/` and answers /readyz; rejects when it ends before. */
export async function startAndWait(
  argv: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<RunningDemo> {
  const began = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, ...argv], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A bench that fails leaves nothing running.
  const end = () => void child.kill();
  process.once('exit', end);
  const client = openClient(await portSaid(child.stdout));
  while (!(await isReady(client))) await sleep(5);
  return {
    client,
    ready: performance.now() - began,
    async stop() {
      process.off('exit', end);
      client.close();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function portSaid(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error('the process ended before it served');
}

async function isReady(client: Client): Promise<boolean> {
  return client.get('/readyz').then(
    () => true,
    () => false,
  );
}

let windows = 0;

/** A window of the page, and who sits there. */
export interface Window {
  say(text: string): Promise<PageAnswer>;
  click(action: string, on: string): Promise<PageAnswer>;
}

export interface PageAnswer {
  readonly view: string;
  readonly operation: string | null;
}

export function openWindow(client: Client, person: string): Window {
  windows += 1;
  const window = `bench-${windows}`;
  let event = 0;
  const turn = async (what: object) => {
    event += 1;
    const body = JSON.stringify({ as: person, window, event: `${window}-${event}`, ...what });
    return JSON.parse(
      await client.post('/page/turn', body, { 'content-type': 'application/json' }),
    ) as PageAnswer;
  };
  return { say: (text) => turn({ text }), click: (action, on) => turn({ action, on, inputs: {} }) };
}
