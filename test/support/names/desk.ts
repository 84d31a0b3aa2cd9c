import type { Customer, Subscription } from '../../../src/domain/subscription/subscription.ts';
import { aSubscription } from '../builders.ts';
import { type Random, seeded } from './random.ts';

export type NameLanguage = 'en' | 'sv';

export interface NamedCustomer extends Customer {
  readonly language: NameLanguage;
  /** The name without its legal form. */
  readonly short: string;
}

/** A desk of many near-equal names: so many subscriptions, ten a customer. */
export interface NameDesk {
  readonly customers: readonly NamedCustomer[];
  readonly subscriptions: readonly Subscription[];
}

/** What an offer is called, and what people call it. */
export const OFFERS: readonly (readonly [string, readonly string[]])[] = [
  ['Microsoft 365 E3', ['E3', 'M365 E3', 'Microsoft 365 E3']],
  ['Microsoft 365 E5', ['E5', 'M365 E5', 'Microsoft 365 E5']],
  ['Office 365 E1', ['E1', 'O365 E1', 'Office 365 E1']],
  ['Microsoft 365 F1', ['F1', 'M365 F1']],
  ['Microsoft 365 F3', ['F3', 'Microsoft 365 F3']],
  ['Microsoft 365 Business Basic', ['Business Basic', 'Microsoft 365 Business Basic']],
  ['Microsoft 365 Business Standard', ['Business Standard']],
  ['Microsoft 365 Business Premium', ['BP', 'Business Premium', 'Microsoft 365 Business Premium']],
  ['Microsoft 365 Apps for Business', ['Apps for Business']],
  ['Exchange Online (Plan 1)', ['Exchange Online', 'Exchange Plan 1']],
  ['SharePoint Online (Plan 2)', ['SharePoint', 'SharePoint Online']],
  ['Microsoft Teams Essentials', ['Teams Essentials']],
  ['Teams Phone Standard', ['Teams Phone', 'Teams Phone Standard']],
  ['Audio Conferencing', ['Audio Conferencing']],
  ['Power BI Pro', ['Power BI', 'PowerBI', 'Power BI Pro']],
  ['Power BI Premium Per User', ['Power BI Premium', 'Premium Per User']],
  ['Power Automate Premium', ['Power Automate']],
  ['Power Apps Premium', ['Power Apps']],
  ['Visio Plan 1', ['Visio Plan 1']],
  ['Visio Plan 2', ['Visio Plan 2', 'Visio 2']],
  ['Project Plan 3', ['Project', 'Project Plan 3']],
  ['Planner and Project Plan 5', ['Planner', 'Planner and Project Plan 5']],
  ['Microsoft Defender for Business', ['Defender for Business', 'Defender']],
  ['Enterprise Mobility + Security E3', ['Enterprise Mobility']],
  ['Microsoft Entra ID P1', ['Entra', 'Entra ID P1']],
  ['Microsoft Intune Suite', ['Intune', 'Intune Suite']],
  ['Dynamics 365 Business Central Essentials', ['Business Central', 'Dynamics 365 Business Central']],
  ['Dynamics 365 Sales Professional', ['Dynamics Sales', 'Sales Professional']],
  ['Microsoft 365 Copilot', ['Copilot', 'Microsoft 365 Copilot']],
  ['Windows 365 Enterprise', ['Windows 365', 'W365 Enterprise']],
  ['Fjord Insights', ['Fjord Insights', 'Insights']],
  ['Acme Telemetry', ['Telemetry', 'Acme Telemetry']],
];

const SYLLABLES = {
  sv: `berg ström lund sjö gren holm älv vik sand norr söder väst öst hed skog åker lind fors dal björk häll ek gård
    mark ros kvist näs ängs örn fjäll stål kust`.split(/\s+/u),
  en: `north wood ridge water ford stone hill brook green field west east bright clear lake oak silver black mill gate
    blue river grand peak crest lock vale thorn marsh wick`.split(/\s+/u),
};
const TRADES = {
  sv: `Bygg Konsult Fastigheter Logistik Redovisning Måleri Elektriska Transport Skogsbruk Verkstad Städ Mäklare Juristbyrå
    Försäkring Energi Livsmedel Åkeri Trädgård Vård Utbildning`.split(/\s+/u),
  en: `Builders Consulting Properties Logistics Accounting Painters Electrical Transport Forestry Engineering Cleaning
    Partners Solicitors Insurance Energy Foods Haulage Gardens Healthcare Education`.split(/\s+/u),
};
const PLACES = {
  sv: `Umeå Malmö Lund Örebro Västerås Gävle Kalmar Luleå Borås Halmstad`.split(' '),
  en: `Leeds York Bristol Dublin Boston Austin Derby Cardiff Perth Oxford`.split(' '),
};
const FORMS = { sv: ['AB', 'AB', 'AB', 'HB'], en: ['Ltd', 'Inc', 'LLC', 'GmbH'] };
const LETTERS = 'abdeghiklmnoprstuv';
const PER_CUSTOMER = 10;

/** Names that differ in a letter, a trade, a place or a legal form only are there on purpose. */
export function aNameDesk(subscriptions: number, seed: number): NameDesk {
  const random = seeded(seed);
  const customers = distinctNames(Math.ceil(subscriptions / PER_CUSTOMER), random).map(customerOf);
  return {
    customers,
    subscriptions: customers.flatMap((customer, index) => subscriptionsOf(customer, index, random)),
  };
}

interface Name {
  readonly language: NameLanguage;
  readonly short: string;
  readonly form: string;
}

function distinctNames(count: number, random: Random): readonly Name[] {
  const stems = { sv: stemsOf('sv', count, random), en: stemsOf('en', count, random) };
  const names = new Map<string, Name>();
  while (names.size < count) {
    const language: NameLanguage = random.chance(0.5) ? 'sv' : 'en';
    const words = [
      random.of(stems[language]),
      ...(random.chance(0.85) ? [random.of(TRADES[language])] : []),
      ...(random.chance(0.15) ? [random.of(PLACES[language])] : []),
    ];
    const name = { language, short: words.join(' '), form: random.of(FORMS[language]) };
    names.set(`${name.short} ${name.form}`, name);
  }
  return [...names.values()];
}

/** One in four is another with one letter changed; each is the beginning of about six names. */
function stemsOf(language: NameLanguage, count: number, random: Random): readonly string[] {
  const stems: string[] = [];
  while (stems.length < Math.max(40, count / 12)) {
    const alike = stems.length > 8 && random.chance(0.25);
    stems.push(alike ? mutated(random.of(stems), random) : made(language, random));
  }
  return stems;
}

function made(language: NameLanguage, random: Random): string {
  const parts = Array.from({ length: random.chance(0.5) ? 2 : 3 }, () => random.of(SYLLABLES[language]));
  const word = parts.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function mutated(stem: string, random: Random): string {
  const at = 1 + random.below(stem.length - 1);
  return stem.slice(0, at) + LETTERS.charAt(random.below(LETTERS.length)) + stem.slice(at + 1);
}

function customerOf({ language, short, form }: Name, index: number): NamedCustomer {
  const slug = short.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-');
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `${short} ${form}`,
    short,
    language,
    domain: `${slug}-${form.toLowerCase()}.${language === 'sv' ? 'se' : 'com'}`,
    country: language === 'sv' ? 'SE' : 'GB',
    segment: 'commercial',
    accountOpenedAt: null,
    firstBillingPeriodStart: null,
  };
}

function subscriptionsOf({ id }: Customer, index: number, random: Random): readonly Subscription[] {
  const first = random.below(OFFERS.length);
  return Array.from({ length: PER_CUSTOMER }, (_, nth) => {
    const number = index * PER_CUSTOMER + nth;
    const [offerName] = OFFERS[(first + nth * 3) % OFFERS.length] ?? ['', []];
    return aSubscription({
      id: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      reference: `S-${1000 + number}`,
      customerId: id,
      offerName,
      status: random.chance(0.03) ? 'deleted' : 'active',
    });
  });
}
