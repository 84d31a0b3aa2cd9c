import { acts, type Command } from '../commands/defineCommand.ts';
import { KNOWN } from '../commands/index.ts';
import type { Language } from '../domain/person.ts';
import { FORM_ORDERS, FORMS } from './forms.ts';
import { fold } from './normalise.ts';
import { type PhraseSet, phraseSet } from './phraseSet.ts';
import type { Token } from './tokenize.ts';

const LANGUAGES: readonly Language[] = ['en', 'sv'];
const VERBS = KNOWN.filter(acts).flatMap((command) =>
  LANGUAGES.flatMap((language) =>
    command.phrases[language].verbs.map((forms) => ({ command, language, ...forms })),
  ),
);
/** Orders that no verb tells ("put on hold"), and those of whole phrases. */
const OTHER_ORDERS = [
  ...FORM_ORDERS,
  ...['uncancel', 'checkout', 'auto-renew', 'put on hold', 'turn off', 'turn on', 'switch off', 'switch on'],
  ...['lägg till', 'slå av', 'slå på', 'stäng av', 'stänga av', 'autoförnya'],
];
/** Too common for an order on their own ("take a look", "let me"): only their forms tell of one. */
const COMMON: ReadonlySet<string> = new Set([
  'take',
  'put',
  'let',
  'give',
  'set',
  'move',
  'ta',
  'ge',
  'lat',
  'dra',
  'satt',
  'cut',
  'clear',
  'empty',
]);

/** The order itself: "pause". */
export const ORDERS: PhraseSet = phraseSet([
  ...VERBS.map(({ say }) => say),
  ...OTHER_ORDERS.filter((order) => !COMMON.has(order)),
]);
/** The verb in any form: "paused". */
export const VERB_FORMS: PhraseSet = phraseSet([
  ...VERBS.flatMap((verb) => [verb.say, ...formsOf(verb)]),
  ...OTHER_ORDERS.filter((order) => !COMMON.has(order)),
  ...FORMS,
]);
/** Only forms that report: "paused", not "pause". */
export const OTHER_FORMS: PhraseSet = phraseSet([...VERBS.flatMap(formsOf), ...FORMS]);

/** First words of every order and reading: what may follow "and". */
export const HEADS: PhraseSet = phraseSet([
  ...VERBS.map(({ say }) => say),
  ...OTHER_ORDERS,
  ...[
    'turn',
    'put',
    'let',
    'show',
    'list',
    'find',
    'tell',
    "don't renew",
    'do not renew',
    'take',
    'lift',
    'change',
  ],
  ...['slå', 'stäng', 'låt', 'lägg', 'visa', 'lista', 'hitta', 'sök', 'häv', 'ta bort', 'skicka'],
]);

interface Forms {
  readonly say: string;
  readonly ing?: readonly string[];
  readonly ed?: readonly string[];
  readonly others?: readonly string[];
}

function formsOf({ ing = [], ed = [], others = [] }: Forms): readonly string[] {
  return [...ing, ...ed, ...others];
}

/** A verb where it stands in a sentence, with the command that it means. */
export interface VerbHere {
  readonly command: Command;
  readonly language: Language;
  /** Its order, folded. */
  readonly say: readonly string[];
  readonly length: number;
}

const BY_FIRST_WORD = new Map<string, (VerbHere & { readonly form: readonly string[] })[]>();

for (const { command, language, ...forms } of VERBS) {
  for (const spelt of [forms.say, ...formsOf(forms)]) {
    const form = fold(spelt).split(' ');
    const first = form[0] ?? '';
    const here = { form, command, language, say: fold(forms.say).split(' '), length: form.length };
    BY_FIRST_WORD.set(
      first,
      [...(BY_FIRST_WORD.get(first) ?? []), here].sort((a, b) => b.length - a.length),
    );
  }
}

/** The verb that begins at an index, in whatever form. */
export function verbAt(tokens: readonly Token[], index: number): VerbHere | null {
  const here = BY_FIRST_WORD.get(tokens[index]?.key ?? '') ?? [];
  return (
    here.find(({ form }) =>
      form.every((word, i) => tokens[index + i]?.key === word && !tokens[index + i]?.quoted),
    ) ?? null
  );
}
