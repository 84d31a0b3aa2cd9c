import type { Parsed } from '../../src/conversation/parsed.ts';
import { fits, includes, names, spaced } from './compare.ts';
import type { Row, Wanted, WantedSlot } from './rows.ts';

export type Verdict = 'understood' | 'misunderstood' | 'acted wrongly';
export type Read = (text: string) => Parsed;
type Means = Extract<Wanted, { readonly subjects: unknown }>;
type Understood = Extract<Parsed, { readonly slots: unknown }>;

const ACTING = new Set(
  `pause resume suspend reactivate cancel deprovision auto-renew set-quantity schedule-change remove-scheduled-change
   upgrade buy checkout drop-cart buy-add-on withdraw grant link notify stop-notifying`.split(/\s+/),
);

/** A wrong reason is put right on the card; any other slot changes what is done. */
const HARMLESS = new Set(['reason', 'reasonText']);

/** What an intent says by itself may stand in its slots too (timing is one of the common ones). */
const SAID_ANYWAY: Readonly<Record<string, string>> = {
  'schedule-change': 'term-end',
  'auto-renew': 'term-end',
  checkout: 'now',
};

/** How `said` answers a sentence: as wanted, harmlessly otherwise, or by doing what was not asked. */
export function verdictOf(row: Row, said: Parsed, read: Read): Verdict {
  if (row.wanted.some((wanted) => isAnsweredBy(wanted, said, read))) return 'understood';
  if (said.intent === null || !ACTING.has(said.intent)) return 'misunderstood';
  return row.wanted.some((wanted) => doesTheSame(wanted, said)) ? 'misunderstood' : 'acted wrongly';
}

function isAnsweredBy(wanted: Wanted, said: Parsed, read: Read): boolean {
  if (wanted.intent === null)
    return (
      said.intent === null &&
      wanted.because.includes(said.because) &&
      wanted.suggested.every((intent) => said.suggestions.some((text) => read(text).intent === intent))
    );
  if (said.intent !== wanted.intent) return false;
  return names(wanted.subjects, said.subject ?? '') && slotsFit(wanted.slots, said);
}

function slotsFit(wanted: readonly WantedSlot[] | null, said: Understood): boolean {
  if (wanted === null) return true;
  const known = wanted.map(({ name }) => name);
  const given = slotsOf(said);
  return (
    wanted.every((slot) => fits(slot, given.get(slot.name))) &&
    [...given.keys()].every((name) => known.includes(name))
  );
}

function slotsOf({ intent, slots }: Understood): ReadonlyMap<string, unknown> {
  const anyway = SAID_ANYWAY[slots.verb ?? intent];
  const given = Object.entries(slots).filter(
    ([name, value]) => value !== undefined && !(name === 'timing' && value === anyway),
  );
  return new Map(given);
}

/** The same deed on the same thing, with no more wrong than a reason or words too many. */
function doesTheSame(wanted: Wanted, said: Understood): boolean {
  if (wanted.intent === null || said.intent !== wanted.intent) return false;
  const subject = said.subject ?? '';
  if (!names(wanted.subjects, subject) && !includes(wanted.subjects, subject)) return false;
  const given = slotsOf(said);
  const decisive = [...given].filter(([name]) => !HARMLESS.has(name));
  return decisive.every(([name, value]) => hasSlot(wanted, name, value)) && nothingMissing(wanted, given);
}

function hasSlot({ slots }: Means, name: string, value: unknown): boolean {
  const slot = slots?.find((one) => one.name === name);
  if (slot === undefined) return slots === null;
  if (fits(slot, value)) return true;
  return typeof value === 'string' && includes(slot.values.map(spaced), spaced(value));
}

function nothingMissing({ slots }: Means, given: ReadonlyMap<string, unknown>): boolean {
  return (slots ?? []).every(({ name, optional }) => optional || HARMLESS.has(name) || given.has(name));
}
