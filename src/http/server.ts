import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../ports/logger.ts';
import type { Machine } from '../ports/machine.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Route } from './route.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly routes: readonly Route[];
  readonly logger: Logger;
  readonly machine: Machine;
  readonly metrics: Metrics;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no new request, lets those in hand finish (at most so many milliseconds), then closes. */
  stop(graceMilliseconds: number): Promise<void>;
}

const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

/** The one server: channels hang their paths on it. Rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  let stopping = false;
  const server = createServer((request, response) => {
    // A kept connection would go on bringing requests after the server was told to stop.
    if (stopping) response.setHeader('Connection', 'close');
    response.once('finish', () => stopping && setImmediate(() => server.closeIdleConnections()));
    void answer(options, request, response);
  });
  server.headersTimeout = HEADERS_TIMEOUT;
  server.requestTimeout = REQUEST_TIMEOUT;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: (grace) => {
      stopping = true;
      return stop(server, options.machine, grace);
    },
  };
}

async function answer(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = options.machine.now();
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = find(options.routes, request.method ?? 'GET', path);
  response.once('finish', () =>
    options.metrics.request(
      route?.path ?? 'unknown',
      response.statusCode,
      (options.machine.now() - began) / 1000,
    ),
  );
  if (route === undefined) return refuse(options.routes, path, response);
  try {
    await route.handle(request, response);
  } catch (error) {
    options.logger.error({ err: error, path: route.path }, 'a request handler failed');
    if (!response.headersSent) send(response, 500, 'Something went wrong.');
    else response.destroy();
  }
}

function find(routes: readonly Route[], method: string, path: string): Route | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  return routes.find((route) => route.method === asked && matches(route.path, path));
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

function refuse(routes: readonly Route[], path: string, response: ServerResponse): void {
  const allowed = routes.filter((route) => matches(route.path, path)).map((route) => route.method);
  if (allowed.length === 0) return send(response, 404, 'Not found.');
  response.setHeader('Allow', [...new Set(allowed)].join(', '));
  send(response, 405, 'Method not allowed.');
}

/** Answers in plain text. */
export function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${text}\n`);
}

async function stop(server: Server, machine: Machine, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = new AbortController();
  await Promise.race([closed, machine.sleep(grace, patience.signal)]);
  patience.abort();
  server.closeAllConnections();
  await closed;
}
