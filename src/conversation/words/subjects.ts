import { phraseSet } from '../phraseSet.ts';
import { EN_SUBJECTS } from './en/subjects.ts';
import { SV_SUBJECTS } from './sv/subjects.ts';

function both(name: keyof typeof EN_SUBJECTS): string {
  return `${EN_SUBJECTS[name]}, ${SV_SUBJECTS[name]}`;
}

/** What stands around a name and is none. */
export const BEFORE_NAME = phraseSet(both('before'));
export const AFTER_NAME = phraseSet(both('after'));
/** Inside a name's words, and no part of them. */
export const INSIDE_NAME = phraseSet(both('inside'));
/** "it", "that one", "den" (F-99). */
export const PRONOUNS = phraseSet(both('pronouns'));
/** One verb, more than one object (F-65). */
export const SEVERAL = phraseSet(both('several'));
/** What status a subscription has stands before its name as an adjective: "resume the paused Contoso E3". */
export const STATUS_WORDS = phraseSet(both('status'));
/** Not this but that: what follows is no object. */
export const INSTEAD_OF = phraseSet(both('instead'));
/** Quantities that nobody can count with. */
export const VAGUE_AMOUNTS = phraseSet(both('vague'));
/** What makes a number no number. */
export const VAGUE_NUMBERS = phraseSet(both('vagueNumbers'));

export const SUBJECT_WORDS = (Object.keys(EN_SUBJECTS) as (keyof typeof EN_SUBJECTS)[]).map(both).join(', ');

/** A company's form after a comma belongs to its name. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc ltd llc ab gmbh corp co as oy plc limited sa bv llp hb kb'.split(' '),
);
