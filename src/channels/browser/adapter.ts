import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Conversation, Reply } from '../../conversation/inbound.ts';
import type { Person } from '../../domain/person.ts';
import type { Route } from '../../http/route.ts';
import type { Machine } from '../../ports/machine.ts';
import { renderTeams } from '../../rendering/teams.ts';
import { describe } from '../../views/describe.ts';
import type { Outbound } from '../channel.ts';
import { ASSETS, sendAsset } from './assets.ts';
import { json, refuse } from './errors.ts';
import { fromThisMachine, isRecord, isWord, readJson, toEnvelope, toPageRequest } from './inbound.ts';
import { BROWSER_LIMITS } from './limits.ts';
import { browserOutbound } from './outbound.ts';
import { revisionWatch, type Watch } from './watch.ts';

export interface BrowserParts {
  readonly conversation: Conversation;
  readonly machine: Machine;
  readonly people: () => Promise<readonly Person[]>;
  readonly revisions: (references: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

export interface BrowserChannel {
  readonly routes: readonly Route[];
  readonly outbound: Outbound;
  stop(): Promise<void>;
}

/** The conversation as a page, for this machine only: there is no sign-in, so it never runs on `serve`. */
export function browserChannel(parts: BrowserParts): BrowserChannel {
  const watch = revisionWatch(parts.revisions, parts.machine);
  return {
    routes: [
      ...(Object.keys(ASSETS) as (keyof typeof ASSETS)[]).map((path) =>
        get(path, async (_request, response) => sendAsset(response, path)),
      ),
      get('/page/people', (_request, response) => people(parts, response)),
      post('/page/turn', (value, response) => turn(parts, value, response)),
      post('/page/changes', (value, response) => changes(watch, value, response)),
      post('/page/card', (value, response) => card(parts, value, response)),
    ],
    outbound: browserOutbound(),
    stop: async () => watch.stop(),
  };
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function get(path: string, handle: Handle): Route {
  return { method: 'GET', path, handle: (request, response) => guarded(request, response, handle) };
}

function post(path: string, handle: (value: unknown, response: ServerResponse) => Promise<void>): Route {
  const read: Handle = async (request, response) => {
    const body = await readJson(request);
    return typeof body === 'string' ? refuse(response, body) : handle(body.value, response);
  };
  return { method: 'POST', path, handle: (request, response) => guarded(request, response, read) };
}

async function guarded(request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> {
  const refusal = fromThisMachine(request);
  return refusal === null ? handle(request, response) : refuse(response, refusal);
}

async function people(parts: BrowserParts, response: ServerResponse): Promise<void> {
  const all = await parts.people();
  json(
    response,
    200,
    all.map(({ id, name, roles, language }) => ({ id, name, roles, language })),
  );
}

async function turn(parts: BrowserParts, value: unknown, response: ServerResponse): Promise<void> {
  const request = toPageRequest(value);
  if (request === null) return refuse(response, 'malformed');
  const received = await parts.conversation.receive(toEnvelope(request, parts.machine.now()));
  if (received === 'duplicate') return json(response, 200, { duplicate: true });
  json(response, 200, toPage(await received.answer()));
}

async function changes(watch: Watch, value: unknown, response: ServerResponse): Promise<void> {
  const asked = isRecord(value) ? value['operations'] : null;
  if (!Array.isArray(asked) || asked.length > BROWSER_LIMITS.watched || !asked.every(isWord)) {
    return refuse(response, 'malformed');
  }
  const revisions = await watch.ask(asked);
  json(
    response,
    200,
    Object.fromEntries(asked.map((reference) => [reference, revisions.get(reference) ?? null])),
  );
}

async function card(parts: BrowserParts, value: unknown, response: ServerResponse): Promise<void> {
  const { as, on } = isRecord(value) ? value : {};
  if (!isWord(as) || !isWord(on)) return refuse(response, 'malformed');
  const person = await parts.conversation.whoIs({ channel: 'browser', person: as });
  if (person === null || person.roles.length === 0) return refuse(response, 'unknown');
  const reply = await parts.conversation.present(on, person, person.language, person.timeZone);
  return reply === null ? refuse(response, 'unknown') : json(response, 200, toPage(reply));
}

/** What the page draws: the card that Teams gets, and what a screen reader says of it. */
function toPage(reply: Reply): object {
  const statement = describe(reply.view, reply.reader);
  const operation = 'operation' in reply.view ? reply.view.operation : undefined;
  return {
    view: reply.view.view,
    language: statement.language,
    title: statement.title,
    summary: statement.summary,
    replaces: reply.replaces,
    operation: operation?.reference ?? null,
    revision: operation?.rev ?? null,
    card: renderTeams(statement, { refreshFor: [] }),
    wrong: ('errors' in reply.view ? (reply.view.errors ?? []) : []).map(({ input }) => input),
  };
}
