import { normalise } from './normalise.ts';
import { readOrder } from './order.ts';
import { OPERATION_REFERENCE } from './pattern.ts';
import { type Token, tokenize } from './tokenize.ts';
import { ASSENTS, MANNERS } from './words/fillers.ts';

/** Longer than any nod. */
const LONGEST = 200;
const YES: ReadonlySet<string> = new Set('yes yeah yep ok okay sure ja japp jo okej visst'.split(' '));

/** Only "yes", "ok", "do it", "kör", "confirm OP-7F3K" and their like: no confirmation (only the card is). */
export function isAssent(text: string): boolean {
  if (text.length > LONGEST) return false;
  const source = normalise(text);
  const words = tokenize(source).filter((token) => !token.mark);
  let index = 0;
  let assented = false;
  while (index < words.length) {
    const assent = ASSENTS.at(words, index);
    const length = Math.max(assent, MANNERS.at(words, index), assented && isOperation(words[index]) ? 1 : 0);
    if (length === 0) return YES.has(words[0]?.key ?? '') && isBareOrder(words.slice(index), source);
    assented ||= assent > 0;
    index += length;
  }
  return assented;
}

function isOperation(token: Token | undefined): boolean {
  return token !== undefined && OPERATION_REFERENCE.test(token.key);
}

/** "yes, cancel" and "ja, säg upp" repeat a button's title. */
function isBareOrder(words: readonly Token[], source: string): boolean {
  const order = readOrder(words, source);
  return order?.acts === true && order.subject === null;
}
