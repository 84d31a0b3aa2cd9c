import { fold } from '../normalise.ts';
import { phraseSet } from '../phraseSet.ts';
import { EN_TRAPS } from './en/traps.ts';
import { SV_TRAPS } from './sv/traps.ts';
import { listOf } from './trade.ts';

function both(name: keyof typeof EN_TRAPS): string {
  return `${EN_TRAPS[name]}, ${SV_TRAPS[name]}`;
}

/** Turns an order round; every word that ends in n't does too. */
const NEGATORS: ReadonlySet<string> = new Set(listOf(both('negators')).map(fold));

export function negates(key: string): boolean {
  return NEGATORS.has(key) || key.endsWith("n't");
}

/** Negations of several words: "no need to", "låt bli att". */
export const NEGATIONS = phraseSet(both('negations'));
export const CONDITIONS = phraseSet(both('conditions'));
export const MODALS = phraseSet(both('modals'));
export const QUESTIONS = phraseSet(both('questions'));
/** Somebody else wants it, says it, does it. */
export const REPORTS = phraseSet(both('reports'));
/** It would be nice, and nobody asks for it. */
export const WISHES = phraseSet(both('wishes'));
/** Somebody else is to do it: "ask Anna to". */
export const DELEGATIONS = phraseSet(both('delegations'));
/** It was to be done once: "had to", "var tvungen att". */
export const ONCE = phraseSet(both('once'));
/** Words that say that what follows are somebody else's: a pasted mail or ticket. */
export const QUOTING: ReadonlySet<string> = new Set(listOf(both('quoting')).map(fold));
/** "Hold on" alone holds nothing. */
export const INTERJECTIONS = phraseSet(both('interjections'));
/** The speaker takes something of it back: "sorry, I mean". */
export const CORRECTIONS = phraseSet(`${both('corrections')}, ${both('corrected')}`);
/** The same without a comma before it: "10 I mean 12". */
export const PLAIN_CORRECTIONS = phraseSet(both('corrected'));

export const TRAP_WORDS = (['negators', 'conditions', 'corrections'] as const).map(both).join(', ');

/** Lines as a pasted mail has them. */
export const PASTED =
  /(?:^|\n)[ \t]*(?:>|(?:from|to|sent|subject|fwd|fw|re|från|till|skickat|ämne|vb|sv):)/iu;
