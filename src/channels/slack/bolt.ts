import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  App,
  HTTPReceiver,
  type ViewClosedAction,
  type ViewResponseAction,
  type ViewSubmitAction,
} from '@slack/bolt';
import type { Logger } from '../../ports/logger.ts';
import { deliver } from './deliver.ts';
import { submit } from './form.ts';
import type { Heard } from './heard.ts';
import { commandHeard, eventHeard } from './inbound.ts';
import { clickHeard, formHeard } from './inboundClicks.ts';
import { boltLogger } from './logging.ts';
import type { Payload } from './payload.ts';
import type { Signed } from './signature.ts';
import { type Tools, takeTurn } from './turn.ts';
import type { TokenOf } from './web.ts';

export const EVENTS_PATH = '/slack/events';

/** A request that the gate let through: read and verified, so Bolt does neither again. */
export type Verified = IncomingMessage & { rawBody: Buffer; signed: Signed };
export type Listener = (request: Verified, response: ServerResponse) => void;

/** Bolt's receiver with our listeners behind it. */
export function boltListener(tools: Tools, tokenOf: TokenOf): Listener {
  const receiver = createReceiver(tools.logger);
  const app = new App({
    receiver,
    authorize: async ({ teamId }) => ({ botToken: tokenOf(teamId ?? '') }),
    // Bots' words are told apart in inbound.ts, which must also see edits of them.
    ignoreSelf: false,
    convoStore: false,
    logger: boltLogger(tools.logger),
  });
  listen(app, tools);
  return (request, response) => receiver.requestListener(request, response);
}

function createReceiver(logger: Logger): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: '',
    // The gate has verified: both secrets, both directions of time, replays; Bolt's own check does less.
    signatureVerification: false,
    endpoints: EVENTS_PATH,
    // Bolt would acknowledge events before our listener: so the response waits until the inbox has them.
    processBeforeResponse: true,
    // Bolt answers 404 after 3 s by itself, and the late answer then fails: Slack has stopped listening either way.
    unhandledRequestTimeoutMillis: 15_000,
    logger: boltLogger(logger),
    customPropertiesExtractor: (request) => ({ signed: (request as Verified).signed }),
    processEventErrorHandler: async ({ error, response }) => {
      logger.error({ err: error }, 'Bolt could not take a payload');
      if (!response.headersSent) response.writeHead(400).end();
      return true;
    },
  });
}

function listen(app: App, tools: Tools): void {
  const { known } = tools.users;
  app.command(/.*/, async ({ body, ack, context }) => {
    await hear(tools, commandHeard(payloadOf(body), signedOf(context), known), () => ack());
  });
  app.event(/^(app_mention|message)$/, async ({ body }) => {
    const heard = eventHeard(payloadOf(body), known);
    if (heard !== null) await hear(tools, heard, async () => undefined);
  });
  app.action({ type: 'block_actions' }, async ({ body, ack, context }) => {
    await hear(tools, clickHeard(payloadOf(body), signedOf(context), known), () => ack());
  });
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ body, ack, context }) => {
    const heard = formHeard(payloadOf(body), signedOf(context), known);
    if (heard === null) return ack();
    const answer = await submit(tools, heard, payloadOf(body));
    await ack(answer as ViewResponseAction);
  });
  app.view<ViewClosedAction>({ type: 'view_closed' }, async ({ body, ack, context }) => {
    const heard = formHeard(payloadOf(body), signedOf(context), known);
    if (heard === null) return ack();
    await hear(tools, heard, () => ack());
  });
}

/** Stored, acknowledged, then worked on: in this order, whatever comes. */
async function hear(tools: Tools, heard: Heard, acknowledge: () => Promise<void>): Promise<void> {
  const turn = takeTurn(tools, heard);
  await turn.acknowledgeable;
  await acknowledge();
  tools.work.run(async () => {
    const reply = await turn.reply();
    if (reply !== null) await deliver(tools, heard, reply);
    await tools.users.learn(heard.envelope.place.workspace, heard.user);
  });
}

function payloadOf(body: object): Payload {
  return body as Payload;
}

function signedOf(context: object): Signed {
  return (context as { readonly signed: Signed }).signed;
}
