import { phraseSet } from '../phraseSet.ts';

/** What stands around a name and is none. */
export const BEFORE_NAME = phraseSet(`
  please, pls, snälla, from, från, det,
  the, a, an, my, our, their, his, her, its, subscription, subscriptions, for, of, on, customer,
  customer's, subscription for, the subscription of, called, named, to, with, licence, license,
  prenumeration, prenumerationen, prenumerationer, prenumerationerna, abonnemang, abonnemanget, kund,
  kunden, kundens, för, på, hos, av, till, med, vår, vårt, våra, mitt, min, deras, dess, upp
`);

export const AFTER_NAME = phraseSet(`
  for good, permanently, för gott, permanent,
  subscription, subscriptions, for, of, for customer, please, for them, again, license, licence,
  prenumeration, prenumerationen, prenumerationer, abonnemang, abonnemanget, för, igen, åt dem,
  licens, licensen
`);

/** Inside a name's words, and no part of them. */
export const INSIDE_NAME = phraseSet(`
  subscription for customer, subscription for the customer, for customer, for the customer,
  of customer, of the customer, subscription, prenumeration för kund, prenumerationen för kund,
  för kund, för kunden, hos kund, hos kunden, prenumeration, prenumerationen, abonnemang,
  abonnemanget
`);

/** "it", "that one", "den" (F-99). */
export const PRONOUNS = phraseSet(`
  it, that, this, that one, this one, that subscription, this subscription, the same, the same one,
  the one above, den, det, den där, den här, det där, det här, denna, detta, den prenumerationen,
  samma, den där prenumerationen, den här prenumerationen, denna prenumeration
`);

/** One verb, more than one object (F-65). */
export const SEVERAL = phraseSet(`
  but, except, except for, keep, then, however, although, men, utom, förutom, behåll, sedan, however,
  and, or, both, all, everything, every, each, them, these, those, plus, as well as, along with,
  together with, all of, och, eller, samt, båda, bägge, alla, allt, allting, varje, samtliga, dem,
  dom, dessa, de där, tillsammans med
`);

/** What status a subscription has stands before its name as an adjective: "resume the paused Contoso E3". */
export const STATUS_WORDS = phraseSet(`
  paused, suspended, active, frozen, pausade, inaktiverade, aktiva, suspenderade, spärrade
`);

/** Not this but that: what follows is no object. */
export const INSTEAD_OF = phraseSet(`
  instead of, rather than, istället för att, i stället för att, istället för, i stället för,
  hellre än att, hellre än
`);

/** A company's form after a comma belongs to its name. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set([
  'inc',
  'ltd',
  'llc',
  'ab',
  'gmbh',
  'corp',
  'co',
  'as',
  'oy',
  'plc',
  'limited',
  'sa',
  'bv',
  'llp',
  'hb',
  'kb',
]);

/** Quantities that nobody can count with. */
export const VAGUE_AMOUNTS = phraseSet(`
  some, half, half of, a few, few, several, most, most of, part of, några, hälften, hälften av,
  en del, flera, de flesta, en del av
`);
