import { numberOf } from './numbers.ts';
import { OPERATION_REFERENCE, type Pattern, type Start, type Step } from './pattern.ts';
import { namesProduct } from './products.ts';
import type { Token } from './tokenize.ts';

/** How a phrase fits all of the tokens. */
export interface Found {
  /** More fixed words weigh more. */
  readonly weight: number;
  readonly gaps: Readonly<Record<string, readonly Token[]>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, string>>;
}

export const ARTICLES: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'this',
  'den',
  'det',
  'de',
  'en',
  'ett',
]);
const NOWHERE = Number.NEGATIVE_INFINITY;

/** What one step took; the rest of the path follows. */
interface Path {
  readonly weight: number;
  readonly step?: Step;
  readonly from: number;
  readonly until: number;
  readonly value?: string;
  readonly next: Path | null;
}

const DEAD: Path = { weight: NOWHERE, from: 0, until: 0, next: null };

/** The heaviest way in which the steps fit the tokens from the first to the last; of equals that with the shortest gaps. */
export function fitOf({ steps, starts }: Pattern, tokens: readonly Token[]): Found | null {
  const width = tokens.length + 1;
  const known: (Path | undefined)[] = [];
  function walk(at: number, t: number): Path {
    const key = at * width + t;
    const before = known[key];
    if (before) return before;
    const path = tried(at, t);
    known[key] = path;
    return path;
  }
  function tried(at: number, t: number): Path {
    const step = steps[at];
    if (!step) return t === tokens.length ? { weight: 0, from: t, until: t, next: null } : DEAD;
    let best: Path = DEAD;
    for (const taken of takings(step, tokens, t, starts[at + 1])) {
      const next = walk(at + 1, taken.until);
      if (next.weight + taken.weight > best.weight)
        best = { ...taken, weight: next.weight + taken.weight, step, from: t, next };
    }
    if (step.optional) best = heavier(best, walk(at + 1, t));
    const token = tokens[t];
    if (step.kind !== 'gap' && step.kind !== 'operation' && token && !token.quoted && ARTICLES.has(token.key))
      best = heavier(best, walk(at, t + 1));
    return best;
  }
  const path = walk(0, 0);
  return path.weight === NOWHERE ? null : foundOn(path, tokens);
}

function heavier(one: Path, other: Path): Path {
  return other.weight > one.weight ? other : one;
}

interface Taking {
  readonly until: number;
  readonly weight: number;
  readonly value?: string;
}

const WORD_WEIGHT = 2;

/** Every end that a step may have that begins there, the shortest first. */
function takings(
  step: Step,
  tokens: readonly Token[],
  from: number,
  next: Start | undefined,
): readonly Taking[] {
  const token = tokens[from];
  if (!token) return [];
  switch (step.kind) {
    case 'words':
      return step.sayings
        .lengthsAt(tokens, from)
        .map((length) => ({ until: from + length, weight: length * WORD_WEIGHT }));
    case 'value':
      return step.values.flatMap(({ value, sayings }) =>
        sayings
          .lengthsAt(tokens, from)
          .map((length) => ({ until: from + length, weight: length * WORD_WEIGHT, value })),
      );
    case 'number':
      return !token.quoted && numberOf(token) !== null ? [{ until: from + 1, weight: 1 }] : [];
    case 'operation':
      return !token.quoted && OPERATION_REFERENCE.test(token.key) ? [{ until: from + 1, weight: 1 }] : [];
    case 'gap':
      return gapEnds(step, tokens, from, next);
  }
}

function gapEnds(
  { name, names }: Extract<Step, { readonly kind: 'gap' }>,
  tokens: readonly Token[],
  from: number,
  next: Start | undefined,
): readonly Taking[] {
  const ends: Taking[] = [];
  for (let until = from + 1; until <= tokens.length; until += 1) {
    if (!goesOn(tokens[until], next)) continue;
    if (names === 'anything' || namesProduct(tokens.slice(from, until)) === (names === 'product'))
      ends.push({ until, weight: 0 });
  }
  // "defender for office 365" to "contoso e3": a product's name may hold what leads to the customer.
  return name === 'product' ? ends.toReversed() : ends;
}

/** Whether the phrase can go on with that token, or end where there is none. */
function goesOn(token: Token | undefined, next: Start | undefined): boolean {
  if (!next) return true;
  if (!token) return next.end;
  return next.words === null || next.words.has(token.key) || ARTICLES.has(token.key);
}

function foundOn(path: Path, tokens: readonly Token[]): Found {
  const gaps: Record<string, readonly Token[]> = {};
  const numbers: Record<string, number> = {};
  const values: Record<string, string> = {};
  for (let at: Path | null = path; at; at = at.next) {
    const { step, from, until, value } = at;
    const taken = tokens.slice(from, until);
    const [first] = taken;
    if (step?.kind === 'operation') gaps['op'] = taken;
    else if (step?.kind === 'gap') gaps[step.name] = taken;
    else if (step?.kind === 'number' && first) numbers[step.name] = numberOf(first) ?? 0;
    else if (step?.kind === 'value' && value) values[step.name] = value;
  }
  return { weight: path.weight, gaps, numbers, values };
}
