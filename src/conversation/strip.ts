import type { Token } from './tokenize.ts';
import { ANYWHERE, FAREWELLS, MANNERS, NOES, REQUESTS } from './words/fillers.ts';

export interface Stripped {
  readonly tokens: readonly Token[];
  /** The speaker asked for it ("could you …"): an order although it ends with a question mark (F-67). */
  readonly request: boolean;
}

/** The clause without manners and requests in front and thanks behind; first the barest form, then what it came from. */
export function strippings(tokens: readonly Token[]): readonly Stripped[] {
  const forms: Stripped[] = [];
  let start = 0;
  let request = false;
  for (;;) {
    forms.unshift({ tokens: tokens.slice(start), request });
    const asking = REQUESTS.at(tokens, start);
    const length = Math.max(asking, MANNERS.at(tokens, start));
    if (length === 0) break;
    request ||= asking === length;
    start += length;
  }
  const bare = forms[0] ?? { tokens, request };
  const plain = withoutFarewell(bare.tokens);
  const asked =
    bare.request ||
    bare.tokens.slice(plain.length).some(({ key }) => PLEAS.has(key)) ||
    forms.some(({ tokens: [first] }) => PLEAS.has(first?.key ?? ''));
  return [{ tokens: plain, request: asked }, ...nearest(forms)].filter((form) => form.tokens.length > 0);
}

/** "Cancelling X please" asks for it. */
const PLEAS: ReadonlySet<string> = new Set(['please', 'pls', 'plz', 'plss', 'snalla', 'vanligen']);
/** So many forms beside the barest are tried: a greeting of a hundred words has as many. */
const FORMS_TRIED = 4;

function nearest(forms: readonly Stripped[]): readonly Stripped[] {
  const whole = forms.at(-1);
  return [...forms.slice(0, FORMS_TRIED), ...(whole && forms.length > FORMS_TRIED ? [whole] : [])];
}

/** The barest form of a clause. */
export function barest(tokens: readonly Token[]): readonly Token[] {
  return strippings(tokens)[0]?.tokens ?? tokens;
}

/** Without the words that say nothing wherever they stand; a clause of nothing else stays as it is. */
export function withoutFillers(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = isAtEdge(tokens, index) || isInName(tokens, index) ? 0 : ANYWHERE.at(tokens, index);
    const token = tokens[index];
    if (length === 0 && token) kept.push(token);
    // "… and thank you"
    else if (/^(?:and|och)$/u.test(kept.at(-1)?.key ?? '')) kept.pop();
    index += Math.max(1, length);
  }
  return kept;
}

/** "säg upp Inte Bara Kaffe AB": in capitals between capitals, in a sentence that does not begin so. */
function isInName(tokens: readonly Token[], index: number): boolean {
  const three = tokens.slice(index - 1, index + 2);
  return (
    /^\p{Ll}/u.test(tokens[0]?.text ?? '') &&
    three.length === 3 &&
    three.every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text))
  );
}

/** A clause's first word (thanks, and a name may follow) or its last: strippings takes those away. */
function isAtEdge(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return !before || before.mark || ((!after || after.mark) && !/^(?:and|och)$/u.test(before.key));
}

/** "For everyone", "till alla": whom it is for, and no farewell. */
function isObject(tokens: readonly Token[], farewell: number): boolean {
  const [before, first] = tokens.slice(-farewell - 1);
  return LEADING.has(before?.key ?? '') && ADDRESSED.has(first?.key ?? '');
}

const LEADING: ReadonlySet<string> = new Set(['for', 'to', 'till', 'at', 'hos', 'pa', 'on', 'of', 'av']);
const ADDRESSED: ReadonlySet<string> = new Set('everyone all folks team guys alla allihop'.split(' '));

function withoutFarewell(tokens: readonly Token[]): readonly Token[] {
  let kept = tokens;
  for (;;) {
    const farewell = FAREWELLS.atEnd(kept);
    if (farewell === 0 || isObject(kept, farewell)) return kept;
    kept = kept.slice(0, -farewell);
  }
}

/** Nothing but manners, a greeting, thanks. */
export function isFiller(tokens: readonly Token[]): boolean {
  let index = 0;
  while (index < tokens.length) {
    const length = Math.max(
      MANNERS.at(tokens, index),
      FAREWELLS.at(tokens, index),
      REQUESTS.at(tokens, index),
      NOES.at(tokens, index),
    );
    if (length === 0) return isGreeting(tokens, index);
    index += length;
  }
  return true;
}

const GREETINGS: ReadonlySet<string> = new Set([
  'hi',
  'hello',
  'hey',
  'hej',
  'hejsan',
  'dear',
  'regards',
  '/',
  'mvh',
  'thanks',
  'tack',
  'halsningar',
  'cheers',
  'halsning',
]);

/** "Hi Maja", "Thanks, Erik": a greeting and at most two words of a name. */
function isGreeting(tokens: readonly Token[], index: number): boolean {
  const rest = tokens.length - index;
  return rest <= 2 && index > 0 && GREETINGS.has(tokens[index - 1]?.key ?? '');
}
