import type { Policy } from '../domain/policies/policy.ts';
import type { Addresses } from './addresses.ts';
import type { AuditTrail } from './auditTrail.ts';
import type { Catalogue } from './catalogue.ts';
import type { Clock } from './clock.ts';
import type { Deliveries } from './deliveries.ts';
import type { Directory } from './directory.ts';
import type { Drafts } from './drafts.ts';
import type { Ids } from './ids.ts';
import type { Inbox } from './inbox.ts';
import type { LifecycleProvider } from './lifecycleProvider.ts';
import type { Logger } from './logger.ts';
import type { Machine } from './machine.ts';
import type { NoticeBoards } from './noticeBoards.ts';
import type { Operations } from './operations.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Upcoming } from './upcoming.ts';

/** What storage/ gives: every port that keeps something. */
export interface Stores {
  readonly subscriptions: Subscriptions;
  readonly operations: Operations;
  readonly audit: AuditTrail;
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  readonly drafts: Drafts;
  readonly inbox: Inbox;
  readonly deliveries: Deliveries;
  readonly addresses: Addresses;
  readonly boards: NoticeBoards;
  readonly upcoming: Upcoming;
}

/** One partner's desk: the set of ports (architecture.md, "One desk today"). */
export interface Desk extends Stores {
  readonly clock: Clock;
  readonly machine: Machine;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly provider: LifecycleProvider;
  readonly policy: Policy;
}
