import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stringify } from 'node:querystring';

export type Fixture =
  | 'command'
  | 'app-mention'
  | 'message-im'
  | 'message-changed'
  | 'message-bot'
  | 'url-verification'
  | 'block-actions'
  | 'view-submission'
  | 'view-closed'
  | 'shortcut';

export type Body = Record<string, unknown>;

/** A payload as Slack documents it. */
export function slackFixture(name: Fixture): Body {
  return JSON.parse(readFileSync(`test/fixtures/slack/${name}.json`, 'utf8')) as Body;
}

export interface Signing {
  readonly secret: string;
  /** Seconds; now when absent. */
  readonly timestamp?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of what was signed. */
  readonly sentBody?: string;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** A body with the headers that Slack signs it with. */
export function signed(body: string, contentType: string, signing: Signing) {
  const timestamp = String(signing.timestamp ?? Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signing.secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers: Record<string, string> = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
    ...signing.headers,
  };
  return { body, headers };
}

/** Sends a body signed as Slack does. */
export async function sendSigned(
  url: string,
  body: string,
  contentType: string,
  signing: Signing,
): Promise<Answered> {
  const { headers } = signed(body, contentType, signing);
  const began = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body: signing.sentBody ?? body });
  const text = await response.text();
  return { status: response.status, text, milliseconds: performance.now() - began };
}

export const FORM = 'application/x-www-form-urlencoded';

/** How Slack encodes it: events as JSON, commands as a form, interactions as JSON inside a form. */
export function encoded(body: Body): { readonly body: string; readonly contentType: string } {
  if ('event' in body || 'challenge' in body) {
    return { body: JSON.stringify(body), contentType: 'application/json' };
  }
  if ('command' in body) return { body: stringify(body as Record<string, string>), contentType: FORM };
  return { body: stringify({ payload: JSON.stringify(body) }), contentType: FORM };
}

export function send(url: string, body: Body, signing: Signing): Promise<Answered> {
  const { body: text, contentType } = encoded(body);
  return sendSigned(url, text, contentType, signing);
}
