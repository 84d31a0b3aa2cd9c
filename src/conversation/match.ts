import type { Command, Phrase, Slots } from '../commands/defineCommand.ts';
import { COMMANDS } from '../commands/index.ts';
import { KNOWN_SENTENCES } from '../commands/later.ts';
import type { Language } from '../domain/person.ts';
import { fold } from './normalise.ts';
import { compile } from './pattern.ts';
import { type PhraseSet, phraseSet } from './phraseSet.ts';
import { type Found, type PhraseTree, phraseTree } from './phraseTree.ts';
import type { Token } from './tokenize.ts';

/** What a phrase means. */
interface Meaning {
  readonly name: string;
  /** null: a sentence that is only told apart (commands/later.ts). */
  readonly command: Command | null;
  readonly acts: boolean;
  readonly language: Language;
  readonly slots: Slots;
}

export interface Match extends Meaning {
  readonly found: Found;
  /** The first word, folded: "avbryt" and "säg upp" are not unclear in the same way. */
  readonly head: string;
}

const LANGUAGES: readonly Language[] = ['en', 'sv'];
const PHRASES: PhraseTree<Meaning> = grown();

function grown(): PhraseTree<Meaning> {
  const tree = phraseTree<Meaning>();
  for (const language of LANGUAGES) {
    for (const command of COMMANDS) {
      const { name, phrases } = command;
      const verbs = phrases[language].verbs.map(({ say }) => say);
      const meaning = { name, command, acts: command.toQuery === undefined, language };
      for (const way of phrases[language].ways) addWay(tree, way, verbs, meaning);
    }
    for (const { name, acts, ways } of KNOWN_SENTENCES) {
      for (const way of ways[language]) addWay(tree, way, [], { name, command: null, acts, language });
    }
  }
  return tree;
}

function addWay(
  tree: PhraseTree<Meaning>,
  way: string | Phrase,
  verbs: readonly string[],
  meaning: Omit<Meaning, 'slots'>,
): void {
  const { pattern, slots = {} } = typeof way === 'string' ? { pattern: way } : way;
  const spelt = pattern.startsWith('@') ? verbs.map((verb) => verb + pattern.slice(1)) : [pattern];
  for (const phrase of spelt) for (const steps of compile(phrase)) tree.add(steps, { ...meaning, slots });
}

/** The best fit of the whole clause; null when nothing fits. */
export function match(tokens: readonly Token[]): Match | null {
  const best = PHRASES.best(tokens);
  return best && { ...best.meaning, found: best.found, head: tokens[0]?.key ?? '' };
}

const ACTING_VERBS = COMMANDS.filter((command) => command.toQuery === undefined).flatMap((command) =>
  LANGUAGES.flatMap((language) =>
    command.phrases[language].verbs.map((forms) => ({ command, language, ...forms })),
  ),
);
/** Verbs of sentences that are only told apart, as far as they order something. */
const OTHER_VERBS = [
  'upgrade',
  'uppgradera',
  'deprovision',
  'buy',
  'purchase',
  'köp',
  'köpa',
  'uncancel',
  'delete',
  'remove',
];

/** The order itself: "pause". */
export const ORDERS: PhraseSet = phraseSet([...ACTING_VERBS.map(({ say }) => say), ...OTHER_VERBS]);
/** The verb in any form: "paused". */
export const VERB_FORMS: PhraseSet = phraseSet([
  ...ACTING_VERBS.flatMap(({ say, others }) => [say, ...others]),
  ...OTHER_VERBS,
]);
/** Only forms that report: "paused", not "pause". */
export const OTHER_FORMS: PhraseSet = phraseSet(ACTING_VERBS.flatMap(({ others }) => others));

/** First words of every order and reading: what may follow "and". */
export const HEADS: PhraseSet = phraseSet([
  ...ACTING_VERBS.map(({ say }) => say),
  ...OTHER_VERBS,
  ...[
    'turn',
    'switch',
    'enable',
    'disable',
    'put',
    'set',
    'let',
    'add',
    'show',
    'list',
    'find',
    'tell',
    "don't renew",
    'do not renew',
  ],
  ...['slå', 'stäng', 'sätt', 'låt', 'lägg', 'ta bort', 'visa', 'lista', 'hitta', 'sök', 'häv', 'förnya'],
]);

const FORMS_BY_KEY = ACTING_VERBS.flatMap(({ say, others, command, language }) =>
  [say, ...others].map((form) => ({
    form: fold(form).split(' '),
    command,
    language,
    say: fold(say).split(' '),
  })),
).sort((a, b) => b.form.length - a.form.length);

/** The verb that begins at an index, in whatever form, with the command that it means. */
export function verbAt(
  tokens: readonly Token[],
  index: number,
): {
  readonly command: Command;
  readonly language: Language;
  readonly say: readonly string[];
  readonly length: number;
} | null {
  const found = FORMS_BY_KEY.find(({ form }) =>
    form.every((word, i) => tokens[index + i]?.key === word && !tokens[index + i]?.quoted),
  );
  return found ? { ...found, length: found.form.length } : null;
}
