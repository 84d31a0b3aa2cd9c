import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../http/body.ts';
import type { Route } from '../../http/route.ts';
import { type Activity, readActivity } from './activity.ts';
import { takeClick } from './click.ts';
import type { TeamsConfig } from './config.ts';
import type { TurnResponse } from './connection.ts';
import { isTokenFault } from './errors.ts';
import { type Refusal, refuseInDemo, refuseUnverified, refuseVerified } from './gate.ts';
import { type Meaning, meaningOf, toEnvelope } from './inbound.ts';
import { badRequestAnswer } from './invoke.ts';
import { TEAMS_LIMITS } from './limits.ts';
import type { TurnParts } from './parts.ts';
import { takeMessage } from './turn.ts';

type Verified = Awaited<ReturnType<TurnParts['connection']['verify']>>;
type Status = { readonly status: number; readonly body?: unknown };

/** POST /api/messages: where Teams sends everything. */
export function messagesRoute(config: TeamsConfig, parts: TurnParts): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    handle: async (request, response) => {
      const answered = await receive(config, parts, request);
      respond(response, answered ?? { status: 200 });
    },
  };
}

async function receive(
  config: TeamsConfig,
  parts: TurnParts,
  request: IncomingMessage,
): Promise<TurnResponse> {
  const authorization = request.headers.authorization ?? '';
  const early = config.mode === 'demo' ? null : refuseUnverified(config, authorization, parts.machine.now());
  if (early !== null) return refuse(parts, early);
  const body = await readBody(request, TEAMS_LIMITS.bodyBytes);
  if (body === 'too-large') return problem(413, 'MessageSizeTooBig');
  const activity = readActivity(parse(body));
  if (activity === null) return problem(400, 'BadSyntax');
  const verified = await verify(config, parts, request, activity);
  if ('status' in verified) return verified;
  return answerActivity(parts, verified.identity, activity);
}

async function verify(
  config: TeamsConfig,
  parts: TurnParts,
  request: IncomingMessage,
  activity: Activity,
): Promise<Status | { readonly identity: Verified }> {
  try {
    const identity = await parts.connection.verify(activity, request.headers.authorization ?? '');
    const refusal =
      config.mode === 'demo' ? refuseInDemo(request, activity) : refuseVerified(config, activity);
    return refusal === null ? { identity } : refuse(parts, refusal);
  } catch (error) {
    if (isTokenFault(error)) return refuse(parts, { status: 401, why: 'token' });
    parts.logger.error({ err: error }, 'a Teams token could not be checked');
    return problem(503, 'ServiceUnavailable');
  }
}

async function answerActivity(
  parts: TurnParts,
  identity: Verified,
  activity: Activity,
): Promise<TurnResponse> {
  const meaning = meaningOf(activity);
  if (meaning === 'bad') return { status: 200, body: badRequestAnswer() };
  if (meaning === 'nothing') return activity.type === 'invoke' ? { status: 200, body: {} } : undefined;
  try {
    return await takeTurn(parts, identity, activity, meaning);
  } catch (error) {
    // Received and kept by the conversation before anything could throw: to let Teams send it again would help nobody.
    parts.logger.error({ err: error, type: activity.type }, 'a Teams turn could not be answered');
    return { status: 200, ...(activity.type === 'invoke' ? { body: {} } : {}) };
  }
}

function takeTurn(
  parts: TurnParts,
  identity: Verified,
  activity: Activity,
  input: Exclude<Meaning, string>,
): Promise<TurnResponse> {
  const envelope = toEnvelope(activity, input, parts.machine.now());
  return parts.connection.run(identity, activity, async (context) => {
    if (activity.type !== 'invoke') return takeMessage(parts, envelope, context);
    const value = { status: 200, body: await takeClick(parts, envelope, context) };
    await context.sendActivity({ type: 'invokeResponse', value });
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function refuse(parts: TurnParts, refusal: Refusal): Status {
  parts.logger.warn({ status: refusal.status, why: refusal.why }, 'a Teams request was refused');
  return problem(refusal.status, refusal.status === 401 ? 'Unauthorized' : 'Forbidden');
}

function problem(status: number, code: string): Status {
  return { status, body: { error: { code } } };
}

function respond(response: ServerResponse, answer: Status): void {
  if (answer.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  if (answer.status === 413) response.setHeader('Connection', 'close');
  if (answer.body === undefined) {
    response.writeHead(answer.status);
    response.end();
    return;
  }
  response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(answer.body));
}
