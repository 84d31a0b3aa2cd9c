import { isNamePart } from './namePart.ts';
import { isProductWord, namesProduct, REFERENCE, SUITE } from './products.ts';
import { isPronoun, nameWords } from './subject.ts';
import type { Token } from './tokenize.ts';
import { LIMITS, TALK, THINGS } from './words/objects.ts';

/** Whether words hold what stands in no name: talk, a limit, a report ("contoso e3 eventually"). */
export function hasTalk(name: readonly Token[]): boolean {
  if (isPronoun(name)) return false;
  return name.some(
    (token, index) =>
      !token.quoted &&
      !isNamePart(name, index) &&
      (TALK.at(name, index) > 0 ||
        LIMITS.at(name, index) > 0 ||
        isReport(token) ||
        isAdverb(token) ||
        (OBJECT_PRONOUNS.has(token.key) && name.length > 1)),
  );
}

const OBJECT_PRONOUNS: ReadonlySet<string> = new Set(['it', 'itself', 'them', 'her', 'him', 'dem', 'dom']);

const NO_REPORT: ReadonlySet<string> = new Set([
  'limited',
  'united',
  'advanced',
  'managed',
  'shared',
  'unified',
  'extended',
  'integrated',
  'connected',
  'embedded',
  'dedicated',
  'paused',
  'suspended',
]);

/** "called", "phoned": something that somebody did, as no product is named. */
function isReport({ key, text }: Token): boolean {
  return /^[a-z]{3,}ed$/u.test(key) && !NO_REPORT.has(key) && !/^\p{Lu}/u.test(text);
}

/** "Cautiously", "möjligtvis": how an order is meant, and no name. */
function isAdverb({ key, text }: Token): boolean {
  const isOne = /^[a-z]{5,}ly$|^[a-z]{4,}(?:ligen|tvis)$/u.test(key);
  return isOne && !NO_ADVERB.has(key) && !/^\p{Lu}\p{Ll}/u.test(text);
}

const NO_ADVERB: ReadonlySet<string> = new Set(
  'assembly monthly weekly butterfly monopoly friendly firefly multiply grammarly calendly bitly dragonfly anomaly'.split(
    ' ',
  ),
);

/** "Contoso e3 twice", "contoso e3 klart": after customer and suite nothing more is named, but in capitals. */
export function hasTail(name: readonly Token[]): boolean {
  const suite = name.findIndex(({ key, quoted }) => !quoted && (SUITE.test(key) || REFERENCE.test(key)));
  const isReference = REFERENCE.test(name[suite]?.key ?? '');
  if (isReference && namesProduct(name.slice(suite + 1))) return false;
  const before = isReference || name.slice(0, suite).some((token) => !isProductWord(token));
  const tail = name.slice(suite + 1).filter((token) => !token.mark && !isProductWord(token));
  return (
    suite >= 0 &&
    before &&
    tail.some(({ text, quoted }) => !quoted && /^[\p{Ll}\d]/u.test(text)) &&
    !(isReference && suite > 0)
  );
}

/** "My laptop": what is the speaker's own and names no product is no customer's. */
export function isOwn(gap: readonly Token[]): boolean {
  const [first, ...rest] = gap;
  const plain = rest.every(
    ({ key, text }) => !/^(?:customer|client|kund)/u.test(key) && !/^\p{Lu}/u.test(text),
  );
  return OWN.has(first?.key ?? '') && nameWords(gap).length > 0 && plain && !namesProduct(rest);
}

const OWN: ReadonlySet<string> = new Set('my min mitt mina'.split(' '));

/** A thing of everyday life, and no product beside it ("fourth coffee e3"); an office may be a place. */
export function isThing(name: readonly Token[]): boolean {
  const isHeld = name.some((_, index) => THINGS.at(name, index) > 0 && !isNamePart(name, index));
  return isHeld && !namesProduct(name.filter(({ key }) => !PLACES.has(key)));
}

const PLACES: ReadonlySet<string> = new Set(['office', 'windows', 'phone']);
