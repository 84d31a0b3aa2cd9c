import type { Sent } from '../channel.ts';
import { TEAMS_LIMITS } from './limits.ts';

/** The connector said no. A class because it travels through the SDK as what a failing HTTP client throws. */
export class ConnectorError extends Error {
  readonly status: number;
  readonly code: string;
  /** Milliseconds, null where the connector named none. */
  readonly retryAfter: number | null;

  constructor(status: number, code: string, retryAfter: number | null) {
    super(`the Teams connector answered ${status}${code === '' ? '' : ` ${code}`}`);
    this.name = 'ConnectorError';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Blocked, removed, deleted, or never to be accepted (platforms.md 2.4): asking again helps nobody. All else is tried later. */
const GONE = [400, 403, 404, 405, 410, 413];

/** What became of an update or a post that failed; throws what is no answer of the connector's (a defect). */
export function sentFrom(error: unknown): Sent {
  if (!(error instanceof ConnectorError)) throw error;
  if (GONE.includes(error.status)) return { outcome: 'gone' };
  return { outcome: 'later', retryAfter: error.retryAfter ?? TEAMS_LIMITS.defaultRetryAfterMilliseconds };
}

/** A post that was certainly not made, so that making it again cannot double it (a 5xx or a timeout may have posted). */
export function wasNotPosted(error: unknown): error is ConnectorError {
  return error instanceof ConnectorError && (error.status === 429 || error.status === 412);
}

/** True where botbuilder refused the token, whatever status it would have answered; false for an outage (no keys). */
export function isTokenFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const faults = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'];
  return faults.includes(error.name) || ('statusCode' in error && error.statusCode === 401);
}
