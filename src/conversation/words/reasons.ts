import type { Reason } from '../../domain/subscription/command.ts';
import { fold } from '../normalise.ts';
import { type PhraseSet, phraseSet } from '../phraseSet.ts';
import { EN_REASONS } from './en/reasons.ts';
import { SV_REASONS } from './sv/reasons.ts';
import { listOf } from './trade.ts';

function both(name: keyof typeof EN_REASONS): string {
  return `${EN_REASONS[name]}, ${SV_REASONS[name]}`;
}

/** What begins a reason wherever it stands. */
export const REASON_MARKERS = phraseSet(both('markers'));
/** Begins a reason only before a known one: "for non-payment", but "for contoso". */
export const REASON_PREPOSITIONS = phraseSet(both('prepositions'));
/** Leads from the reason to the order: "they haven't paid so pause X". */
export const THEREFORE: ReadonlySet<string> = new Set([
  ...[',', ';', '.', ':', '-', '!', '\n'],
  ...listOf(both('therefore')).map(fold),
]);

export const KNOWN_REASONS: readonly {
  readonly reason: Exclude<Reason, 'other'>;
  readonly said: PhraseSet;
}[] = (['non-payment', 'fraud', 'customer-request'] as const).map((reason) => ({
  reason,
  said: phraseSet(both(reason)),
}));

export const OTHER_REASON = phraseSet(both('other'));
/** Why something is put right again: no reason of G-2, and no order either. */
export const SETTLED = phraseSet(both('settled'));

/** A clause after an order that begins so says why. */
export const REASON_STARTS = phraseSet(both('starts'));

/** Words that only why somebody orders is told with. */
export const CIRCUMSTANCES = phraseSet(both('circumstances'));
/** Why something of one's own is taken back. */
export const CHANGED_MIND = phraseSet(both('changedMind'));
/** Small talk. */
export const ASIDES = phraseSet(both('asides'));
/** Nothing is settled yet. */
export const UNDECIDED = phraseSet(both('undecided'));

export const REASON_WORDS = (Object.keys(EN_REASONS) as (keyof typeof EN_REASONS)[]).map(both).join(', ');
