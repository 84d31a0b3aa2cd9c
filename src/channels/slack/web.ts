import { webApi } from '@slack/bolt';
import type { Address } from '../../domain/operation/operation.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Card } from './cards.ts';
import { escaped } from './entities.ts';
import { type Refusal, refusalOf } from './errors.ts';
import { CALL_TIMEOUT, MAX_BLOCKS, MAX_TEXT } from './limits.ts';
import { boltLogger } from './logging.ts';
import type { Habits } from './users.ts';

export type Posted =
  | { readonly outcome: 'sent'; readonly address: Address }
  | Exclude<Refusal, { outcome: 'unfit' }>;
export type Done = { readonly outcome: 'sent' } | Refusal;

/** The calls that we make of Slack's Web API; refusals are values, nothing is retried here. */
export interface Web {
  post(address: Address, card: Card): Promise<Posted>;
  update(address: Address, card: Card): Promise<Posted>;
  /** Only for one member of the channel, and only while they look (platforms.md 1.1): never the only copy of a prompt. */
  whisper(address: Address, user: string, card: Card): Promise<Done>;
  open(workspace: string, trigger: string, modal: object): Promise<Done>;
  /** Takes the place of an open dialog. */
  exchange(
    workspace: string,
    view: { readonly id: string; readonly hash: string },
    modal: object,
  ): Promise<Done>;
  habits(workspace: string, user: string): Promise<Habits | null>;
}

/** The token of a workspace's installation. One installation today; several come from a store of them. */
export type TokenOf = (workspace: string) => string;

export function createWeb(tokenOf: TokenOf, apiUrl: string | undefined, logger: Logger): Web {
  const client = new webApi.WebClient(undefined, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: withPath(apiUrl) }),
    logger: boltLogger(logger),
    // The SDK would try ten times over half an hour (platforms.md 1.3): we decide when.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT,
    allowAbsoluteUrls: false,
  });
  const call = (workspace: string, method: string, parameters: object) =>
    client.apiCall(method, { token: tokenOf(workspace), ...parameters });
  return {
    post: (address, card) => fitting(card, logger, (content) => postOnce(call, address, content)),
    update: (address, card) => fitting(card, logger, (content) => updateOnce(call, address, content)),
    whisper: (address, user, card) =>
      done(call(address.workspace, 'chat.postEphemeral', { ...at(address), user, ...contentOf(card) })),
    open: (workspace, trigger, view) => done(call(workspace, 'views.open', { trigger_id: trigger, view })),
    exchange: (workspace, { id, hash }, view) =>
      done(call(workspace, 'views.update', { view_id: id, ...(hash === '' ? {} : { hash }), view })),
    habits: (workspace, user) => readHabits(call, workspace, user),
  };
}

/** An address alone means its usual path. */
function withPath(apiUrl: string): string {
  const url = new URL(apiUrl);
  return url.pathname === '/' ? `${url.origin}/api/` : apiUrl;
}

type Call = (workspace: string, method: string, parameters: object) => Promise<webApi.WebAPICallResult>;

export interface Content {
  readonly text: string;
  readonly blocks?: readonly object[];
}

/** `text` is the toast, the watch and the screen reader: always there (platforms.md 1.12). It is plain, and Slack reads it for mentions: escaped here. */
export function contentOf(card: Card): Content {
  return { text: escaped(card.text).slice(0, MAX_TEXT), blocks: card.blocks.slice(0, MAX_BLOCKS) };
}

function at(address: Address): object {
  const thread = address.extra['thread'];
  return { channel: address.conversation, ...(thread === undefined ? {} : { thread_ts: thread }) };
}

async function postOnce(call: Call, address: Address, content: Content): Promise<Posted | Refusal> {
  const parameters = { ...at(address), ...content, unfurl_links: false, unfurl_media: false };
  try {
    const result = (await call(address.workspace, 'chat.postMessage', parameters)) as {
      ts?: string;
      channel?: string;
    };
    const { ts: message = '', channel: conversation = address.conversation } = result;
    return { outcome: 'sent', address: { ...address, conversation, message } };
  } catch (error) {
    return refusalOf(error);
  }
}

async function updateOnce(call: Call, address: Address, content: Content): Promise<Posted | Refusal> {
  const parameters = { channel: address.conversation, ts: address.message, ...content };
  const result = await done(call(address.workspace, 'chat.update', parameters));
  return result.outcome === 'sent' ? { outcome: 'sent', address } : result;
}

/** Once more in plain text where Slack refuses the blocks: a person must not be left without the answer. */
async function fitting(
  card: Card,
  logger: Logger,
  send: (content: Content) => Promise<Posted | Refusal>,
): Promise<Posted> {
  const first = await send(contentOf(card));
  if (first.outcome !== 'unfit') return first;
  logger.error({ code: first.code, view: card.statement.view }, 'Slack refused the blocks of a card');
  const second = await send({ text: contentOf(card).text });
  return second.outcome === 'unfit' ? { outcome: 'gone', code: second.code } : second;
}

async function done(calling: Promise<unknown>): Promise<Done> {
  try {
    await calling;
    return { outcome: 'sent' };
  } catch (error) {
    return refusalOf(error);
  }
}

async function readHabits(call: Call, workspace: string, user: string): Promise<Habits | null> {
  try {
    const result = await call(workspace, 'users.info', { user, include_locale: true });
    const { user: found } = result as { user?: { locale?: string; tz?: string } };
    return { locale: found?.locale ?? null, timeZone: found?.tz ?? null };
  } catch (error) {
    refusalOf(error);
    return null;
  }
}
