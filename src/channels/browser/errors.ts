import type { ServerResponse } from 'node:http';

/** Why a request of the page was not taken; the words are for whoever reads the network panel. */
export const REFUSALS = {
  'foreign-host': [403, 'This page is served to this machine only.'],
  'foreign-origin': [403, 'The request came from another page.'],
  'not-json': [415, 'The body must be JSON.'],
  'too-large': [413, 'The body is too large.'],
  malformed: [400, 'The body is not what the page sends.'],
  unknown: [404, 'Nothing of that name.'],
} as const satisfies Record<string, readonly [number, string]>;

export type Refusal = keyof typeof REFUSALS;

export function refuse(response: ServerResponse, refusal: Refusal): void {
  const [status, text] = REFUSALS[refusal];
  json(response, status, { error: refusal, text });
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
