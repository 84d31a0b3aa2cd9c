import type { IncomingMessage } from 'node:http';
import type { Envelope, Input } from '../../conversation/inbound.ts';
import { readBody } from '../../http/body.ts';
import type { Refusal } from './errors.ts';
import { BROWSER_LIMITS } from './limits.ts';

/** What the page sends, checked: who speaks, in which window, and what. */
export interface PageRequest {
  readonly as: string;
  readonly window: string;
  readonly event: string;
  readonly input: Input;
}

const HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** Only this machine's own page may speak: against DNS rebinding (Host) and other pages' requests (Origin). */
export function fromThisMachine(request: IncomingMessage): Refusal | null {
  const host = request.headers.host ?? '';
  if (!HOST.test(host)) return 'foreign-host';
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign-origin';
  return null;
}

/** The body as JSON, or why not. */
export async function readJson(request: IncomingMessage): Promise<{ readonly value: unknown } | Refusal> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return 'not-json';
  const body = await readBody(request, BROWSER_LIMITS.body);
  if (body === 'too-large') return 'too-large';
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return 'malformed';
  }
}

export function toPageRequest(value: unknown): PageRequest | null {
  if (!isRecord(value)) return null;
  const { as, window, event, text, action, on, inputs } = value;
  if (!isWord(as) || !isWord(window) || !isWord(event)) return null;
  if (typeof text === 'string') {
    if (text.length > BROWSER_LIMITS.sentence) return null;
    return { as, window, event, input: { kind: 'sentence', text } };
  }
  if (!isWord(action) || !isWord(on)) return null;
  const typed = toInputs(inputs);
  return typed === null ? null : { as, window, event, input: { kind: 'click', action, on, inputs: typed } };
}

export function toEnvelope(request: PageRequest, sentAt: number): Envelope {
  return {
    event: request.event,
    from: { channel: 'browser', person: request.as },
    place: { channel: 'browser', workspace: '', conversation: request.window, message: '', extra: {} },
    personal: true,
    locale: null,
    timeZone: null,
    sentAt,
    input: request.input,
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An id of ours or of the page: short and of harmless characters. */
export function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value);
}

function toInputs(value: unknown): Readonly<Record<string, string>> | null {
  if (value === undefined) return {};
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  if (entries.length > 20 || entries.some(([, typed]) => typeof typed !== 'string')) return null;
  return Object.fromEntries(entries) as Record<string, string>;
}
