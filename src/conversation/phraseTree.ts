import { numberOf } from './numbers.ts';
import { OPERATION_REFERENCE, type Step } from './pattern.ts';
import type { Token } from './tokenize.ts';

/** How a phrase fits all of the tokens. */
export interface Found {
  readonly gaps: Readonly<Record<string, readonly Token[]>>;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Phrases that share their beginnings; the best fit is the one that more fixed words say. */
export interface PhraseTree<Meaning> {
  add(steps: readonly Step[], meaning: Meaning): void;
  best(tokens: readonly Token[]): { readonly meaning: Meaning; readonly found: Found } | null;
}

interface Node<Meaning> {
  readonly words: Map<string, Node<Meaning>[]>;
  /** Under the step as it is spelt, so that phrases share it. */
  readonly edges: Map<string, { readonly step: Step; readonly to: Node<Meaning> }>;
  /** A gap, a number or an operation may follow: no fixed word tells that. */
  open: boolean;
  meaning?: Meaning;
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their', 'this']);
const WORD_WEIGHT = 2;

export function phraseTree<Meaning>(): PhraseTree<Meaning> {
  const root = node<Meaning>();
  return {
    add(steps, meaning) {
      const last = steps.reduce(branch, root);
      last.meaning ??= meaning;
    },
    best: (tokens) => search(root, tokens),
  };
}

function node<Meaning>(): Node<Meaning> {
  return { words: new Map(), edges: new Map(), open: false };
}

function branch<Meaning>(from: Node<Meaning>, step: Step): Node<Meaning> {
  const spelt = JSON.stringify(step);
  const known = from.edges.get(spelt);
  if (known) return known.to;
  const to = node<Meaning>();
  from.edges.set(spelt, { step, to });
  if (step.kind !== 'word') from.open = true;
  else for (const word of step.words) from.words.set(word, [...(from.words.get(word) ?? []), to]);
  return to;
}

/** What was taken on the way: a gap's or a number's tokens, from and until. */
interface Taken {
  readonly step: Step;
  readonly from: number;
  readonly until: number;
}

interface Fit<Meaning> {
  readonly meaning: Meaning;
  readonly weight: number;
  readonly path: readonly Taken[];
}

function search<Meaning>(
  root: Node<Meaning>,
  tokens: readonly Token[],
): { readonly meaning: Meaning; readonly found: Found } | null {
  const path: Taken[] = [];
  const fits: Fit<Meaning>[] = [];

  function walk(at: Node<Meaning>, t: number, weight: number): void {
    const token = tokens[t];
    if (!token) {
      if (at.meaning !== undefined) fits.push({ meaning: at.meaning, weight, path: [...path] });
      return;
    }
    if (!token.quoted) {
      for (const next of at.words.get(token.key) ?? []) walk(next, t + 1, weight + WORD_WEIGHT);
      if (ARTICLES.has(token.key) && at.words.size > 0) walk(at, t + 1, weight);
    }
    for (const { step, to } of at.open ? at.edges.values() : []) takeFrom(step, to, t, weight);
  }
  function takeFrom(step: Step, to: Node<Meaning>, from: number, weight: number): void {
    for (const until of endsOf(step, to, tokens, from)) {
      path.push({ step, from, until });
      walk(to, until, step.kind === 'gap' ? weight : weight + 1);
      path.pop();
    }
  }

  walk(root, 0, 0);
  const best = bestOf(fits);
  return best && { meaning: best.meaning, found: foundOn(best.path, tokens) };
}

/** The heaviest; of equals the first. */
function bestOf<Meaning>(fits: readonly Fit<Meaning>[]): Fit<Meaning> | null {
  return fits.reduce<Fit<Meaning> | null>(
    (best, fit) => (fit.weight > (best?.weight ?? 0) ? fit : best),
    null,
  );
}

/** Where a step that begins there may end; a gap's ends, shortest first. */
function endsOf<Meaning>(
  step: Step,
  to: Node<Meaning>,
  tokens: readonly Token[],
  from: number,
): readonly number[] {
  const token = tokens[from];
  if (step.kind === 'word' || !token) return [];
  if (step.kind !== 'gap') return !token.quoted && isOne(step, token) ? [from + 1] : [];
  return tokens
    .slice(from)
    .flatMap((_, index) => (goesOn(to, tokens, from + index + 1) ? [from + index + 1] : []));
}

/** Whether a gap may end here: at the sentence's end, or before something that the phrase goes on with. */
function goesOn<Meaning>(to: Node<Meaning>, tokens: readonly Token[], until: number): boolean {
  if (until === tokens.length) return to.meaning !== undefined;
  if (to.open) return true;
  const next = tokens.slice(until).find(({ key }) => to.words.has(key) || !ARTICLES.has(key));
  return next !== undefined && to.words.has(next.key);
}

function isOne(step: Step, token: Token): boolean {
  return step.kind === 'operation' ? OPERATION_REFERENCE.test(token.key) : numberOf(token) !== null;
}

function foundOn(path: readonly Taken[], tokens: readonly Token[]): Found {
  const gaps: Record<string, readonly Token[]> = {};
  const numbers: Record<string, number> = {};
  for (const { step, from, until } of path) {
    const taken = tokens.slice(from, until);
    const [first] = taken;
    if (step.kind === 'operation') gaps['op'] = taken;
    else if (step.kind === 'gap') gaps[step.name] = taken;
    else if (step.kind === 'number' && first) numbers[step.name] = numberOf(first) ?? 0;
  }
  return { gaps, numbers };
}
