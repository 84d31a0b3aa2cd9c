import type { Slots } from '../commands/defineCommand.ts';
import { KNOWN } from '../commands/index.ts';
import type { Language } from '../domain/person.ts';

/** A sentence of ours longer than this helps nobody. */
const LONGEST_SUBJECT = 80;

interface Said {
  readonly subject: string;
  readonly slots: Slots;
}

type Spelling = (said: Said) => string | null;

/** How a command with slots is said: sentences that `parse` reads as the same command with the same slots. */
const SPELLINGS: Readonly<Record<Language, Readonly<Record<string, Spelling>>>> = {
  en: {
    cancel: ({ subject, slots }) => (slots.timing === 'term-end' ? `cancel ${subject} at renewal` : null),
    'auto-renew': ({ subject, slots }) =>
      `turn ${slots.enabled === true ? 'on' : 'off'} auto-renew for ${subject}`,
    'set-quantity': quantityInEnglish,
    'schedule-change': ({ subject, slots }) => {
      const { sku, billingCycle, termDuration } = slots;
      const to = sku ?? (billingCycle ? `${billingCycle} billing` : termDuration && EN_TERMS[termDuration]);
      const quantity = quantityInEnglish({ subject, slots });
      return quantity ? `at renewal ${quantity}` : to ? `at renewal switch ${subject} to ${to}` : null;
    },
    upgrade: ({ subject, slots: { quantity, sku } }) =>
      sku === undefined
        ? null
        : `upgrade ${quantity === undefined ? '' : `${quantity} of `}${subject} to ${sku}`,
    buy: ({ subject, slots: { quantity, product } }) =>
      product ? `buy ${quantity ?? 1} ${product} for ${subject}` : null,
    'buy-add-on': ({ subject, slots: { quantity, product } }) =>
      product ? `add ${quantity ?? 1} ${product} to ${subject}` : null,
  },
  sv: {
    cancel: ({ subject, slots }) =>
      slots.timing === 'term-end' ? `säg upp ${subject} vid förnyelsen` : null,
    'auto-renew': ({ subject, slots }) =>
      `slå ${slots.enabled === true ? 'på' : 'av'} automatisk förnyelse för ${subject}`,
    'set-quantity': quantityInSwedish,
    'schedule-change': ({ subject, slots }) => {
      const { sku, billingCycle, termDuration } = slots;
      const cycle = billingCycle && SV_CYCLES[billingCycle];
      const to = sku ?? cycle ?? (termDuration && SV_TERMS[termDuration]);
      const quantity = quantityInSwedish({ subject, slots });
      return quantity ? `vid förnyelsen ${quantity}` : to ? `vid förnyelsen byt ${subject} till ${to}` : null;
    },
    upgrade: ({ subject, slots: { quantity, sku } }) =>
      sku === undefined
        ? null
        : `uppgradera ${quantity === undefined ? '' : `${quantity} av `}${subject} till ${sku}`,
    buy: ({ subject, slots: { quantity, product } }) =>
      product ? `köp ${quantity ?? 1} ${product} till ${subject}` : null,
    'buy-add-on': ({ subject, slots: { quantity, product } }) =>
      product ? `lägg till ${quantity ?? 1} ${product} till ${subject}` : null,
  },
};

const EN_TERMS: Readonly<Record<string, string>> = {
  P1M: 'a monthly term',
  P1Y: 'a one-year term',
  P3Y: 'a three-year term',
};
const SV_TERMS: Readonly<Record<string, string>> = {
  P1M: 'månadsbindning',
  P1Y: 'ett års bindning',
  P3Y: 'tre års bindning',
};
const SV_CYCLES: Readonly<Record<string, string>> = {
  annual: 'årlig fakturering',
  monthly: 'månadsvis fakturering',
  triennial: 'treårig fakturering',
};

function quantityInEnglish({ subject, slots: { quantity, delta } }: Said): string | null {
  if (quantity !== undefined) return `set ${subject} to ${quantity} seats`;
  if (delta === undefined) return null;
  return delta < 0 ? `remove ${-delta} seats from ${subject}` : `add ${delta} seats to ${subject}`;
}

function quantityInSwedish({ subject, slots: { quantity, delta } }: Said): string | null {
  if (quantity !== undefined) return `sätt ${subject} till ${quantity} licenser`;
  if (delta === undefined) return null;
  return delta < 0
    ? `ta bort ${-delta} licenser från ${subject}`
    : `lägg till ${delta} licenser på ${subject}`;
}

/** The sentence that says this command of this subject, in the reader's language; null for no command. */
export function sentence(
  name: string,
  subject: string | null,
  language: Language,
  slots: Slots = {},
): string | null {
  const command = KNOWN.find((one) => one.name === name);
  if (!command) return null;
  if (command.canonical[language].includes('…') && !subject) return command.examples[language][0] ?? null;
  const named = (subject ?? '').slice(0, LONGEST_SUBJECT);
  const spelt = SPELLINGS[language][name]?.({ subject: named, slots });
  return spelt ?? command.canonical[language].replace('…', named);
}
