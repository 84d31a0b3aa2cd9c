import { parse } from 'node:querystring';

/** What Slack sent, untrusted. */
export type Payload = Readonly<Record<string, unknown>>;

/** Slack's three encodings: JSON, a form, a form with JSON in `payload`; null when it is none. */
export function parsePayload(raw: Buffer, contentType: string | undefined): Payload | null {
  try {
    const text = raw.toString('utf8');
    if (contentType !== 'application/x-www-form-urlencoded') return record(JSON.parse(text));
    const form = { ...parse(text) };
    return typeof form['payload'] === 'string' ? record(JSON.parse(form['payload'])) : form;
  } catch {
    return null;
  }
}

/** `handled`: it has what we read of it. `ignored`: Slack's, but nothing for us. */
export function kindOf(payload: Payload): 'handled' | 'ignored' | 'malformed' {
  if (payload['ssl_check'] === '1') return 'ignored';
  if (payload['type'] === 'url_verification') return has(payload, 'challenge') ? 'handled' : 'malformed';
  if ('event' in payload) return isEvent(payload) ? 'handled' : 'malformed';
  if ('command' in payload) return isCommand(payload) ? 'handled' : 'malformed';
  return kindOfInteraction(payload);
}

function isEvent(payload: Payload): boolean {
  const event = record(payload['event']);
  return event !== null && has(event, 'type') && has(payload, 'event_id', 'team_id');
}

function isCommand(payload: Payload): boolean {
  return has(payload, 'command', 'team_id', 'user_id', 'channel_id') && typeof payload['text'] === 'string';
}

function kindOfInteraction(payload: Payload): 'handled' | 'ignored' | 'malformed' {
  if (!has(payload, 'type')) return 'malformed';
  switch (payload['type']) {
    case 'block_actions': {
      const actions = payload['actions'];
      const first = Array.isArray(actions) ? record(actions[0]) : null;
      return first !== null && has(first, 'action_id') && hasUser(payload) ? 'handled' : 'malformed';
    }
    case 'view_submission':
    case 'view_closed': {
      const view = record(payload['view']);
      return view !== null && has(view, 'id') && hasUser(payload) ? 'handled' : 'malformed';
    }
    default:
      return 'ignored';
  }
}

function hasUser(payload: Payload): boolean {
  const user = record(payload['user']);
  return user !== null && has(user, 'id') && workspaceOf(payload) !== '';
}

/** Whose installation it is; an organisation-wide installation gives no team, but the user's. */
export function workspaceOf(payload: Payload): string {
  return string(payload, 'team_id') || string(payload, 'team', 'id') || string(payload, 'user', 'team_id');
}

function has(payload: Payload, ...names: readonly string[]): boolean {
  return names.every((name) => string(payload, name) !== '');
}

export function record(value: unknown): Payload | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : null;
}

/** The string at a path; '' when there is none. */
export function string(payload: unknown, ...path: readonly string[]): string {
  let value: unknown = payload;
  for (const name of path) {
    const inner = record(value);
    if (inner === null || !Object.hasOwn(inner, name)) return '';
    value = inner[name];
  }
  return typeof value === 'string' ? value : '';
}
