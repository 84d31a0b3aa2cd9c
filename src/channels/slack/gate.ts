import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../http/body.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Machine } from '../../ports/machine.ts';
import type { Listener, Verified } from './bolt.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { kindOf, type Payload, parsePayload } from './payload.ts';
import type { Replays } from './replays.ts';
import { type Signed, verifySignature } from './signature.ts';

export interface Gate {
  readonly secrets: readonly string[];
  readonly machine: Machine;
  readonly logger: Logger;
  readonly replays: Replays;
  readonly listener: Listener;
}

/** Lets through what Slack itself said, once, in a shape that Bolt can take: before anything is parsed the raw bytes are verified. */
export async function guard(gate: Gate, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBody(request, MAX_BODY_BYTES);
  if (raw === 'too-large') return refuse(gate, response, 413, 'too large');
  const signed = verify(gate, request, raw);
  if (signed === null)
    return isSslCheck(request, raw) ? end(response, 200) : refuse(gate, response, 401, 'signature');
  const payload = parsePayload(raw, request.headers['content-type']);
  if (payload === null) return refuse(gate, response, 400, 'unreadable');
  if (!gate.replays.firstTime(signed.fingerprint) && !isRetry(request, payload)) {
    return refuse(gate, response, 401, 'replay');
  }
  const kind = kindOf(payload);
  if (kind === 'malformed') return refuse(gate, response, 400, 'malformed');
  if (kind === 'ignored') return end(response, 200);
  gate.listener(Object.assign(request, { rawBody: raw, signed }) as Verified, response);
}

function verify(gate: Gate, request: IncomingMessage, raw: Buffer): Signed | null {
  const headers = {
    timestamp: header(request, 'x-slack-request-timestamp'),
    signature: header(request, 'x-slack-signature'),
  };
  return verifySignature(raw, headers, gate.secrets, gate.machine.now());
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Slack looks at our certificate so, unsigned: it gets an empty answer and nothing else happens. */
function isSslCheck(request: IncomingMessage, raw: Buffer): boolean {
  return (
    request.headers['x-slack-signature'] === undefined &&
    /^(.*&)?ssl_check=1(&|$)/.test(raw.toString('latin1'))
  );
}

/** Slack's own redelivery of an event may bear the same signature within a second: the inbox knows its event id. */
function isRetry(request: IncomingMessage, payload: Payload): boolean {
  return header(request, 'x-slack-retry-num') !== '' && payload['type'] === 'event_callback';
}

/** No detail to the sender; one line for us. */
function refuse(gate: Gate, response: ServerResponse, status: number, why: string): void {
  gate.logger.warn({ status, why }, 'refused a request to the Slack path');
  if (status === 413) response.setHeader('Connection', 'close');
  end(response, status);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
