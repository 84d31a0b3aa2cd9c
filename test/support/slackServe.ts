import { randomUUID } from 'node:crypto';
import { aCustomer, aPartner, aSubscription } from './builders.ts';
import { PEOPLE } from './desk.ts';
import { type Processes, type Program, until, type Variables } from './process.ts';
import { type Body, send, signed, slackFixture } from './slackClient.ts';
import type { SlackEmulator } from './slackEmulator.ts';
import { type Dialog, type Message, type SlackPerson, slackPerson } from './slackPerson.ts';

const SIGNING = 'signing-secret-of-the-test';
const TOKEN = 'xoxb-token-of-the-test';
const DAY = 86_400_000;

/** What must never stand in a log line above debug. */
export const UNSPEAKABLE = [SIGNING, TOKEN, aCustomer().name, aCustomer().domain, 'Visio'];

/** `subdesk serve` with Slack, as an operator starts it. */
export interface Serving {
  readonly program: Program;
  readonly origin: string;
  readonly events: string;
}

export function slackVariables(slack: SlackEmulator): Variables {
  return {
    PORT: '0',
    SLACK_SIGNING_SECRET: SIGNING,
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_API_URL: slack.apiUrl,
    NODE_ENV: 'production',
  };
}

export async function serveSlack(
  all: Processes,
  slack: SlackEmulator,
  variables: Variables = {},
): Promise<Serving> {
  const program = all.start(['serve'], { ...slackVariables(slack), ...variables });
  const [, port] = await program.says(/"port":(\d+)/);
  const origin = `http://127.0.0.1:${port}`;
  return { program, origin, events: `${origin}/slack/events` };
}

/** Maja, who may do it all here, and as many subscriptions of two days' age: S-1, S-2, … */
export function slackDesk(slack: SlackEmulator, count: number): readonly object[] {
  const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
  const dates = { orderPlacedAt: at(-2), effectiveStartDate: at(-2), commitmentEndDate: at(363) };
  const subscriptions = Array.from({ length: count }, (_, index) => ({
    kind: 'subscription',
    ...aSubscription({ ...dates, id: `sub-${index + 1}`, reference: `S-${index + 1}` }),
  }));
  const identities = [{ channel: 'slack', team: slack.team, user: slack.users.maja }];
  return [
    { kind: 'partner', ...aPartner() },
    { kind: 'person', ...PEOPLE.agent, identities },
    { kind: 'customer', ...aCustomer() },
    ...subscriptions,
  ];
}

/** Maja's hands in Slack, over any of the servers. */
export interface Maja {
  readonly person: SlackPerson;
  /** The same event delivered to each of these; a redelivery is signed anew. */
  mention(text: string, to: readonly Serving[]): Promise<readonly number[]>;
  /** As Slack would send it, not sent. */
  signedMention(text: string): { readonly body: string; readonly headers: Record<string, string> };
  /** The message that says so, once it stands in the channel. */
  message(pattern: RegExp): Promise<Message>;
  /** How many messages say so now. */
  count(pattern: RegExp): Promise<number>;
  /** Presses "Review…" on a prompt and gives the dialog that opens. */
  review(prompt: Message): Promise<Dialog>;
}

export function maja(slack: SlackEmulator, url: () => string): Maja {
  const person = slackPerson(slack, slack.users.maja, url, SIGNING);
  const saying = async (pattern: RegExp) =>
    (await slack.messages()).filter((message) => pattern.test(String(message['text'])));
  return {
    person,
    async mention(text, to) {
      const body = mentionBody(slack, text);
      const answers = await Promise.all(
        to.map(({ events }, nth) => send(events, body, { secret: SIGNING, timestamp: seconds() - nth })),
      );
      return answers.map(({ status }) => status);
    },
    signedMention: (text) =>
      signed(JSON.stringify(mentionBody(slack, text)), 'application/json', { secret: SIGNING }),
    message: async (pattern) =>
      (
        await until(
          () => saying(pattern),
          ({ length }) => length > 0,
        )
      )[0] ?? {},
    count: async (pattern) => (await saying(pattern)).length,
    async review(prompt) {
      const before = slack.arrived('views.open').length;
      await person.press(prompt, 'review');
      const opened = await until(
        () => slack.arrived('views.open'),
        ({ length }) => length > before,
      );
      return opened.at(-1)?.answer['view'] as Dialog;
    },
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function mentionBody(slack: SlackEmulator, text: string): Body {
  const body = slackFixture('app-mention');
  const ts = (Date.now() / 1000).toFixed(6);
  const event = {
    ...(body['event'] as object),
    user: slack.users.maja,
    channel: slack.channel,
    ts,
    event_ts: ts,
    text: `<@U0SUBDESK1> ${text}`,
  };
  return { ...body, event, event_id: `Ev-${randomUUID()}` };
}
