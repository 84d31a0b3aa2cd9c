import type { Case } from './acts.ts';
import { leftAtNow } from './deadline.ts';
import { day, moment } from './format.ts';
import type { Say } from './say.ts';
import type { Box } from './statement.ts';
import { nextCharge, price } from './terms.ts';

/** Who makes it happen: the words "the moment you …" differ. */
export type Hand = 'confirm' | 'approve';

/** The one coloured box of a prompt: red for what cannot be undone, amber for access, grey for news (design 7.1). */
export function promptBox(c: Case, hand: Hand, say: Say): Box {
  const n = c.subscription.quantity ?? 0;
  switch (c.act) {
    case 'cancel-now':
      return { style: 'attention', lines: [say.line(lossKey(c, hand), { n })] };
    case 'deprovision':
      return { style: 'attention', lines: [say.line('box.deprovision')] };
    case 'upgrade-now':
      return { style: 'attention', lines: [say.line(upgradeKey(c))] };
    case 'pause':
      return { style: 'warning', lines: [say.line('box.blocked', { n }), pauseBilling(c, say)] };
    case 'suspend':
      return { style: 'warning', lines: [say.line('box.blocked', { n }), deletionLine(c, say)] };
    case 'cancel-at-renewal':
    case 'auto-renew-off':
      return { style: 'emphasis', lines: [endLine(c, say)] };
    default:
      return { style: 'emphasis', lines: [newsLine(c, say)] };
  }
}

function upgradeKey({ decision }: Case) {
  return decision.after.status === 'deleted'
    ? ('box.upgrade-now.ends' as const)
    : ('box.upgrade-now' as const);
}

function lossKey(c: Case, hand: Hand) {
  if (c.subscription.status === 'suspended') return 'box.lost.blocked' as const;
  return hand === 'approve' ? ('box.lost.approve' as const) : ('box.lost.confirm' as const);
}

/** P-2 beside P-1: the half that the word hides (design 4.6). */
function pauseBilling(c: Case, say: Say) {
  const amount = price(c.subscription, say);
  const next = nextCharge(c.subscription, say.reader.now);
  if (next !== null)
    return say.line('box.billed.next', { price: amount, next: day(next, say.reader.language) });
  return say.line('box.billed.paid', {
    price: amount,
    until: day(c.subscription.commitmentEndDate, say.reader.language),
  });
}

function deletionLine(c: Case, say: Say) {
  const at = c.decision.after.dataDeletionAt ?? c.decision.deadline;
  return at ? say.line('box.deletion', { at: moment(at, say.reader) }) : say.line('box.deletion.unknown');
}

function endLine(c: Case, say: Say) {
  const until = c.decision.effective;
  const key = c.subscription.status === 'active' ? 'box.ends' : 'box.ends.blocked';
  return say.line(key, { until: moment(until, say.reader), left: leftAtNow(until, say) });
}

function newsLine(c: Case, say: Say) {
  const end = c.decision.after.commitmentEndDate ?? c.subscription.commitmentEndDate;
  const values = { n: c.subscription.quantity ?? 0, at: moment(end, say.reader), more: difference(c) };
  switch (c.act) {
    case 'resume':
    case 'reactivate':
      return say.line('box.back', values);
    case 'auto-renew-on':
      return say.line('box.renews', values);
    case 'more-licences':
      return say.line('box.more', values);
    case 'fewer-licences':
      return say.line('box.fewer', values);
    case 'remove-scheduled-change':
      return say.line('box.removed', values);
    default:
      return say.line('box.later', values);
  }
}

/** How many licences come or go. */
export function difference(c: Case): number {
  return Math.abs((c.decision.after.quantity ?? 0) - (c.decision.before.quantity ?? 0));
}
