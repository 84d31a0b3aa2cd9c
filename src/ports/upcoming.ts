import type { Instant } from '../domain/instant.ts';

/** What the clock will do, found by its date alone. */
export interface Upcoming {
  /** Ids of subscriptions that renew, end or lose their data at or after `from` and before `until`, soonest first. */
  between(from: Instant, until: Instant): Promise<readonly string[]>;
}
