import type { Alternative } from '../domain/subscription/decision.ts';
import type { Key } from './say.ts';

/** F-26's words, all of them. */
export const ALTERNATIVES = [
  'auto-renew-off',
  'auto-renew-on',
  'schedule-fewer-licences',
  'cancel',
  'pause',
  'resume',
  'suspend',
  'reactivate',
  'set-quantity',
  'schedule-change',
  'remove-scheduled-change',
  'upgrade',
  'deprovision',
] as const satisfies readonly Alternative[];
export type AlternativeWord = (typeof ALTERNATIVES)[number];

/** Slots that `ask` may ask for (parse's names, F-90). */
export const SLOTS = [
  'quantity',
  'delta',
  'sku',
  'customer',
  'subscription',
  'subject',
  'product',
  'termDuration',
  'billingCycle',
  'timing',
  'reason',
  'role',
  'person',
  'topic',
  'operation',
  'enabled',
  'verb',
  'target',
] as const;

/** Titles of buttons that read or begin again (F-89). */
export const NEXT_TITLES: Readonly<Record<string, Key>> = {
  decline: 'action.decline',
  withdraw: 'action.withdraw',
  answer: 'action.answer',
  history: 'action.history',
  'prepare-again': 'action.prepare-again',
  search: 'action.search',
  review: 'action.review',
  'my-requests': 'action.my-requests',
  approvals: 'action.approvals',
  renewals: 'action.renewals',
  help: 'action.help',
  list: 'action.list',
  'set-quantity': 'action.set-quantity',
};
