import { caseOf } from './acts.ts';
import { describeAnnouncement, describeNoted } from './announcement.ts';
import { describeApproval } from './approval.ts';
import { describeChoose, describeList, describeRenewals } from './candidates.ts';
import { describeExpired, describeExpiredDraft } from './expired.ts';
import { describeOperation, stateCard } from './operation.ts';
import { describeConfirm, describePreview } from './prompt.ts';
import { describeReceipt } from './receipt.ts';
import { describeFailure, describeHistory, describeRequests, describeWhoAmI } from './records.ts';
import { describeAlreadyDecided, describeConflict, describeNotAllowed, describeRefused } from './refused.ts';
import { type Say, speak } from './say.ts';
import type { Statement } from './statement.ts';
import { describeSubscription } from './subscription.ts';
import {
  describeAsk,
  describeHelp,
  describeNothingChanged,
  describeNotUnderstood,
  describeWelcome,
} from './talk.ts';
import { describeTermsChanged } from './termsChanged.ts';
import type { Reader, View, ViewKind, ViewOf } from './view.ts';

/** One builder a view; the compiler holds it complete. */
const BUILDERS: { readonly [K in ViewKind]: (view: ViewOf<K>, say: Say) => Statement } = {
  welcome: describeWelcome,
  help: describeHelp,
  'who-am-i': describeWhoAmI,
  choose: describeChoose,
  ask: describeAsk,
  'not-understood': describeNotUnderstood,
  'nothing-changed': describeNothingChanged,
  list: describeList,
  subscription: describeSubscription,
  history: describeHistory,
  renewals: describeRenewals,
  preview: (view, say) =>
    describePreview(view, caseOf(view.decision, view.snapshot, view.presentation, null), say),
  confirm: describeConfirm,
  'terms-changed': describeTermsChanged,
  approval: describeApproval,
  receipt: describeReceipt,
  operation: describeOperation,
  expired: describeExpired,
  'expired-draft': describeExpiredDraft,
  announcement: describeAnnouncement,
  noted: describeNoted,
  'already-decided': describeAlreadyDecided,
  refused: describeRefused,
  conflict: describeConflict,
  'not-allowed': describeNotAllowed,
  'my-requests': describeRequests,
  approvals: describeRequests,
  failure: (view, say) =>
    view.operation?.state === 'failed'
      ? stateCard(view, view.operation, {}, say)
      : describeFailure(view, say),
};

/** Any view in the reader's words. */
export function describe(view: View, reader: Reader): Statement {
  const build = BUILDERS[view.view] as (view: View, say: Say) => Statement;
  return build(view, speak(reader));
}
