import { phraseSet } from '../phraseSet.ts';
import { EN_MANNERS } from './en/manners.ts';
import { SV_MANNERS } from './sv/manners.ts';

export const MANNER_WORDS = `${EN_MANNERS.before}, ${SV_MANNERS.before}`;
export const REQUEST_WORDS = `${EN_MANNERS.requests}, ${SV_MANNERS.requests}`;
export const FAREWELL_WORDS = `${EN_MANNERS.after}, ${SV_MANNERS.after}`;
export const ASSENT_WORDS = `${EN_MANNERS.assents}, ${SV_MANNERS.assents}`;

/** In front of an order and no part of it: manners, greetings, "don't forget to" (F-63). */
export const MANNERS = phraseSet(MANNER_WORDS);
/** The speaker asks: makes an order of what follows, also with a question mark (F-67). */
export const REQUESTS = phraseSet(REQUEST_WORDS);
/** After an order and no part of it. */
export const FAREWELLS = phraseSet(FAREWELL_WORDS);
/** Wherever they stand they say nothing, and no name is made of them. */
export const ANYWHERE = phraseSet(`${EN_MANNERS.anywhere}, ${SV_MANNERS.anywhere}`);
/** A whole sentence of these never confirms anything: only the card does. */
export const ASSENTS = phraseSet(ASSENT_WORDS);
/** A no in front ("no, pause X") answers something else. */
export const NOES = phraseSet(`${EN_MANNERS.noes}, ${SV_MANNERS.noes}`);
