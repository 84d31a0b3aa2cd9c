import type { Logger } from '../../ports/logger.ts';
import { HOOK_TIMEOUT } from './limits.ts';
import type { Content } from './web.ts';

export type Answer =
  | ({ readonly response_type: 'ephemeral' | 'in_channel'; readonly replace_original: boolean } & Content)
  | { readonly delete_original: true };

/** Answers an interaction by its own URL: at most 5 times in 30 minutes, also where the bot is no member (platforms.md 1.1). False: it was not taken. */
export type Respond = (url: string, answer: Answer) => Promise<boolean>;

const SLACK_HOOKS = new Set(['https://hooks.slack.com', 'https://hooks.slack-gov.com']);
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** The URL is a secret of its own and comes from outside: never logged, never followed elsewhere than to Slack, or beside the API's stand-in on this machine. */
export function createRespond(apiUrl: string | undefined, logger: Logger): Respond {
  const isStandIn = apiUrl !== undefined && LOOPBACK.has(new URL(apiUrl).hostname);
  return async (url, answer) => {
    if (!isAllowed(url, isStandIn)) return false;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(answer),
        redirect: 'error',
        signal: AbortSignal.timeout(HOOK_TIMEOUT),
      });
      await response.body?.cancel();
      if (!response.ok)
        logger.warn({ status: response.status }, 'Slack refused an answer by its response URL');
      return response.ok;
    } catch (error) {
      logger.warn(
        { reason: error instanceof Error ? error.name : 'unknown' },
        'a response URL did not answer',
      );
      return false;
    }
  };
}

function isAllowed(url: string, isStandIn: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, hostname } = new URL(url);
  return SLACK_HOOKS.has(origin) || (isStandIn && LOOPBACK.has(hostname));
}
