import { phraseSet } from '../phraseSet.ts';
import { EN_LIMITS, EN_OBJECTS, EN_TALK, EN_THINGS } from './en/objects.ts';
import { SV_LIMITS, SV_OBJECTS, SV_TALK, SV_THINGS } from './sv/objects.ts';

export const OBJECTS = phraseSet(`${EN_OBJECTS}, ${SV_OBJECTS}`);
/** What nobody asks for either. */
export const TALK = phraseSet(`${EN_TALK}, ${SV_TALK}`);
/** What no name in an order is made of. */
export const LIMITS = phraseSet(`${EN_LIMITS}, ${SV_LIMITS}`);
export const THINGS = phraseSet(`${EN_THINGS}, ${SV_THINGS}`);
/** Their text: words that are no slip of the pen. */
export const OBJECT_WORDS = [
  EN_OBJECTS,
  SV_OBJECTS,
  EN_TALK,
  SV_TALK,
  EN_LIMITS,
  SV_LIMITS,
  EN_THINGS,
  SV_THINGS,
].join(', ');
