import type { Rulebook } from '../rulebook.ts';
import { CANCEL } from './2021-08/cancel.ts';
import { QUANTITY, RETENTION, SCHEDULING } from './2021-08/changes.ts';
import { STATUSES } from './2021-08/statuses.ts';
import { VERBS } from './2021-08/verbs.ts';

/** The page of August 2021: the default rulebook. */
export const RULEBOOK_2021_08: Rulebook = {
  name: '2021-08',
  verbs: VERBS,
  statuses: STATUSES,
  cancel: CANCEL,
  quantity: QUANTITY,
  scheduling: SCHEDULING,
  retention: RETENTION,
};
