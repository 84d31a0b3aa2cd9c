import { phraseSet } from '../phraseSet.ts';
import { EN_OBJECTS, EN_TALK } from './en/objects.ts';
import { SV_OBJECTS, SV_TALK } from './sv/objects.ts';

export const OBJECTS = phraseSet(`${EN_OBJECTS}, ${SV_OBJECTS}`);
export const TALK = phraseSet(`${EN_TALK}, ${SV_TALK}`);
