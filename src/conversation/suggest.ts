import { acts } from '../commands/defineCommand.ts';
import { COMMANDS, commandNamed, KNOWN } from '../commands/index.ts';
import type { Language } from '../domain/person.ts';
import { distance } from './distance.ts';
import { isName } from './guard.ts';
import { fold } from './normalise.ts';
import type { Because, Meant } from './parsed.ts';
import { OPERATION_REFERENCE } from './pattern.ts';
import { namesProduct } from './products.ts';
import { sentence } from './spoken.ts';
import { isFiller } from './strip.ts';
import { isPronoun, nameWords } from './subject.ts';
import { type Token, tokenize } from './tokenize.ts';

/** What may be typed instead of a sentence that must not act. */
export function suggestionsFor(
  because: Because,
  meant: readonly Meant[],
  language: Language,
): readonly string[] {
  const all = meant.flatMap((one) => instead(because, one, language));
  const known = all.filter((text): text is string => text !== null);
  return [...new Set(known.length > 0 ? known : examples(language))].slice(0, 4);
}

function instead(
  because: Because,
  { name, subject: said, slots }: Meant,
  language: Language,
): readonly (string | null)[] {
  // "cancel it" would be asked again.
  const subject = said !== null && isPronoun(tokenize(said)) ? null : said;
  const itself = sentence(name, subject, language, slots);
  const look = subject ? [sentence('show', subject, language)] : [];
  const foresee = subject && isLifecycle(name) ? [previewOf(name, subject, language)] : [];
  switch (because) {
    case 'negation':
      return look;
    case 'question':
      return [...look, ...foresee];
    case 'past':
      return [...look, subject ? sentence('history', subject, language) : null];
    case 'hypothetical':
      return [...foresee, ...look];
    case 'unsupported-date':
      return [name === 'set-quantity' ? null : itself, ...atRenewal(name, subject, language)];
    case 'ambiguous-quantity':
      return [itself, ...look];
    case 'several':
      return oneByOne({ name, subject, slots }, language);
    default:
      return [itself];
  }
}

/** F-65: each object alone, without what was excepted; "all of Contoso's" is a list to choose from. */
function oneByOne({ name, subject, slots }: Meant, language: Language): readonly (string | null)[] {
  const [wanted = '', ...excepted] = (subject ?? '').split(EXCEPTING);
  const objects = wanted.split(JOINING).slice(0, 3);
  const named = objects.map((object) => object.replace(COLLECTIVE, ''));
  const isAll = objects.some((object, index) => object !== named[index]);
  const single = objects.length > 1 || excepted.length > 0;
  return named.map((object) => sentence(single && !isAll ? name : 'list', object, language, slots));
}

const EXCEPTING = /\s+(?:but|except|keep|men|utom|förutom|behåll)(?=\s)/iu;
const JOINING = /\s+(?:and|or|och|eller|samt|plus|&|\+)\s+/iu;
const COLLECTIVE =
  /^(?:both|all|every|each|everything|båda|alla|allt|samtliga|varje)(?: (?:of|for|from|hos|för|från|av))?\s+/iu;

function isLifecycle(name: string): boolean {
  return KNOWN.some(
    (command) => command.name === name && acts(command) && command.subject === 'subscription',
  );
}

function previewOf(name: string, subject: string, language: Language): string | null {
  const said = sentence(name, subject, language);
  const verb = language === 'en' ? 'preview' : 'förhandsvisa';
  return said && `${verb} ${said}`;
}

function atRenewal(name: string, subject: string | null, language: Language): readonly (string | null)[] {
  if (name === 'cancel') return [sentence('cancel', subject, language, { timing: 'term-end' })];
  return name === 'pause' || name === 'suspend'
    ? [sentence('auto-renew', subject, language, { enabled: false })]
    : [];
}

function examples(language: Language): readonly string[] {
  return ['find', 'pause', 'help'].flatMap((name) => commandNamed(name)?.examples[language][0] ?? []);
}

interface NearWords {
  readonly words: ReadonlySet<string>;
  readonly language: Language;
  readonly names: readonly string[];
}

/** Verbs that mean too much to be taken for one of ours, and what they may mean. */
const NEAR_WORDS: readonly NearWords[] = [
  near('en', ['stop', 'end', 'close', 'quit'], ['pause', 'cancel']),
  near('en', ['delete', 'remove', 'kill', 'unsubscribe', 'drop'], ['cancel']),
  near('en', ['block', 'lock', 'turn', 'switch', 'hold'], ['pause', 'suspend']),
  near(
    'en',
    ['start', 'restart', 'continue', 'activate', 'unblock', 'enable', 'undo', 'restore'],
    ['resume', 'reactivate'],
  ),
  near('en', ['renew', 'expire'], ['auto-renew']),
  near('sv', ['stoppa', 'sluta', 'stäng'], ['pause', 'cancel']),
  near('sv', ['ta', 'radera', 'annullera', 'makulera', 'släng'], ['cancel']),
  near('sv', ['blockera', 'lås', 'slå'], ['pause', 'suspend']),
  near('sv', ['starta', 'aktivera', 'fortsätt', 'ångra', 'återställ'], ['resume', 'reactivate']),
  near('sv', ['förnya'], ['auto-renew']),
];

function near(language: Language, words: readonly string[], names: readonly string[]): NearWords {
  return { words: new Set(words.map(fold)), language, names };
}

const SUBSCRIPTION_REFERENCE = /^s-\d+$/u;
const PARTICLES: ReadonlySet<string> = new Set([
  'off',
  'on',
  'down',
  'up',
  'av',
  'pa',
  'bort',
  'ner',
  'ned',
  'upp',
]);

/** Sentences near to words that are none: by a near word, or misspelt ("pasue contoso e3"). */
export function nearest(tokens: readonly Token[], language: Language): readonly string[] {
  const [first, ...rest] = tokens.filter((token) => !token.mark);
  const reference = tokens.find(
    ({ key }) => OPERATION_REFERENCE.test(key) || SUBSCRIPTION_REFERENCE.test(key),
  );
  const about =
    reference &&
    sentence(OPERATION_REFERENCE.test(reference.key) ? 'operation-status' : 'show', reference.text, language);
  if (about && tokens.length <= 2) return [about];
  const found = first && NEAR_WORDS.find(({ words }) => words.has(first.key));
  const names = found?.names ?? (first ? misspelt(first.key) : []);
  const name = rest.filter(({ key }, index) => index > 0 || !PARTICLES.has(key)).slice(0, 12);
  const subject =
    nameWords(name)
      .map(({ text }) => text)
      .join(' ') || null;
  const said = names.map((one) => sentence(one, subject, found?.language ?? language));
  const known = said.filter((one) => one !== null);
  if (known.length > 0) return known;
  return bareName(tokens, language) ?? examples(language);
}

/** Nothing but a name: what can be done with it, in the agent's own words. */
function bareName(tokens: readonly Token[], language: Language): readonly string[] | null {
  const words = nameWords(tokens);
  if (words.length === 0 || words.length > LONGEST_NAME || isFiller(tokens) || !isName(words)) return null;
  const name = words.map(({ text }) => text).join(' ');
  const names = namesProduct(words) ? ['show', 'history'] : ['list', 'find'];
  return names.flatMap((one) => sentence(one, name, language) ?? []);
}

const LONGEST_NAME = 5;

const VERBS: readonly { readonly word: string; readonly name: string }[] = COMMANDS.flatMap(
  ({ name, phrases, canonical }) =>
    (['en', 'sv'] as const).flatMap((language) =>
      [...phrases[language].verbs.map(({ say }) => say), canonical[language].split(' ')[0] ?? '']
        .filter((say) => !say.includes(' '))
        .map((say) => ({ word: fold(say), name })),
    ),
);

function misspelt(word: string): readonly string[] {
  if (word.length < 3 || word.length > 20) return [];
  const ranked = VERBS.map((verb) => ({ ...verb, far: distance(word, verb.word, 2) }))
    .filter(({ far, word: verb }) => far <= (verb.length >= 5 ? 2 : 1))
    .sort((a, b) => a.far - b.far);
  return [...new Set(ranked.map(({ name }) => name))].slice(0, 3);
}
