import type { Language } from '../domain/person.ts';
import type { Phrase } from './defineCommand.ts';

/**
 * Sentences that `parse` already tells apart (interfaces.md, "Intents and slots of parse") although this desk does not
 * act on them: what matters is that none of them is taken for something else ("cancel 5 seats" is no cancellation).
 */
export interface KnownSentence {
  readonly name: string;
  readonly acts: boolean;
  readonly ways: Readonly<Record<Language, readonly (string | Phrase)[]>>;
}

export const KNOWN_SENTENCES: readonly KnownSentence[] = [
  {
    name: 'set-quantity',
    acts: true,
    ways: {
      en: [
        'set|change|increase|reduce|decrease|bring {s} to {n} #seats?',
        'set #seats of|for|on {s} to {n}',
        'add {+n} more? #seats to|for|on? {s}?',
        'increase {s} by {+n} #seats?',
        'cancel|remove|drop|delete|terminate {-n} #seats of|from|for|on|in? {s}?',
        'cancel|remove|drop|delete {-n} of #seats of|from|for|on|in? {s}?',
        'reduce|decrease {s} by {-n} #seats?',
      ],
      sv: [
        'sätt|ändra|öka|minska {s} till {n} #seats?',
        'lägg till {+n} #seats till|för|på|i? {s}?',
        'öka {s} med {+n} #seats?',
        'säg|säga upp {-n} #seats av|från|för|på|i|hos? {s}?',
        'ta bort {-n} #seats av|från|för|på|i|hos? {s}?',
        'avbryt|avsluta|avbeställ {-n} #seats av|från|för|på|i|hos? {s}?',
        'minska {s} med {-n} #seats?',
      ],
    },
  },
  {
    name: 'schedule-change',
    acts: true,
    ways: {
      en: [
        'switch|move|change|downgrade {s} to {sku}',
        { pattern: 'switch|move|change|set {s} to annual|yearly billing', slots: { billingCycle: 'annual' } },
        { pattern: 'switch|move|change|set {s} to monthly billing', slots: { billingCycle: 'monthly' } },
      ],
      sv: [
        'byt|flytta|ändra|nedgradera {s} till {sku}',
        {
          pattern: 'byt|flytta|ändra|sätt {s} till årlig|årsvis fakturering|debitering',
          slots: { billingCycle: 'annual' },
        },
        {
          pattern: 'byt|flytta|ändra|sätt {s} till månadsvis fakturering|debitering',
          slots: { billingCycle: 'monthly' },
        },
      ],
    },
  },
  {
    name: 'remove-scheduled-change',
    acts: true,
    ways: {
      en: ['remove|delete|drop|cancel scheduled change|changes of|for|on|from? {s}?'],
      sv: ['ta bort schemalagda|schemalagd ändring|ändringen|ändringar för|på|från? {s}?'],
    },
  },
  {
    name: 'upgrade',
    acts: true,
    ways: {
      en: ['upgrade {n} #seats? of {s} to {sku}', 'upgrade {s} to {sku}', 'upgrade {s}?'],
      sv: ['uppgradera {n} #seats? av {s} till {sku}', 'uppgradera {s} till {sku}', 'uppgradera {s}?'],
    },
  },
  {
    name: 'buy',
    acts: true,
    ways: {
      en: ['buy|order|purchase {n} #seats? of? {product} for {s}', 'buy|order|purchase {product}'],
      sv: [
        'köp|köpa|beställ|beställa {n} #seats? av? {product} till|åt|för {s}',
        'köp|köpa|beställ|beställa {product}',
      ],
    },
  },
  {
    name: 'checkout',
    acts: true,
    ways: { en: ['buy now', 'checkout', 'check out'], sv: ['köp nu', 'slutför köpet'] },
  },
  {
    name: 'drop-cart',
    acts: true,
    ways: { en: ['drop|empty|clear|cancel cart'], sv: ['töm|kasta|avbryt varukorgen|kundvagnen'] },
  },
  {
    name: 'buy-add-on',
    acts: true,
    ways: { en: ['add {n} {product} to {s}'], sv: ['lägg till {n} {product} till|på|för {s}'] },
  },
  {
    name: 'deprovision',
    acts: true,
    ways: { en: ['deprovision {s}?', 'de-provision {s}?'], sv: ['avprovisionera {s}?', 'avetablera {s}?'] },
  },
  {
    name: 'grant',
    acts: true,
    ways: { en: ['grant {role} to {person}'], sv: ['ge {person} rollen {role}'] },
  },
  {
    name: 'link',
    acts: true,
    ways: { en: ['link me', 'link my account'], sv: ['länka mig', 'länka mitt konto'] },
  },
  {
    name: 'notify',
    acts: true,
    ways: {
      en: ['notify here about {topic} of {s}', 'notify here about {topic}'],
      sv: ['meddela här om {topic}'],
    },
  },
  {
    name: 'stop-notifying',
    acts: true,
    ways: { en: ['stop notifying here about? {topic}?'], sv: ['sluta meddela här om? {topic}?'] },
  },
  {
    name: 'catalog',
    acts: false,
    ways: {
      en: ['catalog|catalogue {s}?', 'show catalog|catalogue for? {s}?'],
      sv: ['katalog|katalogen {s}?'],
    },
  },
  {
    name: 'cart',
    acts: false,
    ways: { en: ['cart', 'show my? cart'], sv: ['varukorg|varukorgen', 'visa varukorgen'] },
  },
  {
    name: 'review',
    acts: false,
    ways: { en: ['review', 'review my? cart'], sv: ['granska', 'granska varukorgen'] },
  },
  {
    name: 'add-ons',
    acts: false,
    ways: {
      en: ['add-ons|addons for|of|on {s}', 'show|list add-ons|addons for|of|on {s}'],
      sv: ['tillägg|tilläggen för|till {s}', 'visa|lista tillägg|tilläggen för|till {s}'],
    },
  },
];
