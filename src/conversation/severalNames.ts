import { isNamePart } from './namePart.ts';
import { OPERATION_REFERENCE } from './pattern.ts';
import { REFERENCE, SUITE } from './products.ts';
import { isPronoun } from './subject.ts';
import type { Token } from './tokenize.ts';
import { SEVERAL } from './words/subjects.ts';

const TWO_PLANS = /^(?:[efagk][1-5])[/+&|]\p{L}/u;
const TWO_REFERENCES = /(?:s-\d+|op-\w+)[/+&-](?:s-\d+|op-\w+)|^s-\d+-\d+$/u;

export function namesSeveral(gap: readonly Token[]): boolean {
  if (isPronoun(gap)) return false;
  const references = gap.filter(
    (token) => REFERENCE.test(token.key) || OPERATION_REFERENCE.test(token.key),
  ).length;
  return (
    references > 1 ||
    gap.some(({ key, quoted }) => TWO_REFERENCES.test(key) || (!quoted && TWO_PLANS.test(key))) ||
    isJoined(gap) ||
    joinedByAmpersand(gap) ||
    gap.filter(({ key, quoted }) => !quoted && SUITE.test(key)).length > 1
  );
}

function isJoined(gap: readonly Token[]): boolean {
  const name = gap.filter((_, index) => !isNamePart(gap, index));
  return SEVERAL.find(name) !== null;
}

/** "Ström & Lund E3" is a name; "contoso e3 & fabrikam e5" are two. */
function joinedByAmpersand(gap: readonly Token[]): boolean {
  const index = gap.findIndex((token) => token.key === '&' && !token.quoted);
  return (
    index >= 2 &&
    gap.length - index > 2 &&
    !/^[a-z]$/u.test(gap[index - 2]?.key ?? '') &&
    index + 3 <= gap.length &&
    isPlanLike(gap[index - 1])
  );
}

/** What ends a product's name ("e3", "2", "pro") comes before an & only between two products. */
function isPlanLike(token: Token | undefined): boolean {
  return token !== undefined && /\d|^(?:pro|premium|basic|standard|visio|project|bi)$/u.test(token.key);
}
