import type { Token } from './tokenize.ts';
import { FAREWELLS, MANNERS, NOES, REQUESTS } from './words/fillers.ts';

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
    const length = Math.max(asking, MANNERS.at(tokens, start), start === 0 ? NOES.at(tokens, 0) : 0);
    if (length === 0) break;
    request ||= asking === length;
    start += length;
  }
  const bare = forms[0] ?? { tokens, request };
  return [{ ...bare, tokens: withoutFarewell(bare.tokens) }, ...forms].filter(
    (form) => form.tokens.length > 0,
  );
}

/** The barest form of a clause. */
export function barest(tokens: readonly Token[]): readonly Token[] {
  return strippings(tokens)[0]?.tokens ?? tokens;
}

function withoutFarewell(tokens: readonly Token[]): readonly Token[] {
  let kept = tokens;
  for (;;) {
    const farewell = FAREWELLS.atEnd(kept);
    if (farewell === 0) return kept;
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
