import { inputsOf, stateActions } from './actions.ts';
import { whatStands } from './acts.ts';
import { blank, identityOf, rolesOf, summarize } from './blank.ts';
import { itemsOf } from './candidates.ts';
import { stateCard } from './operation.ts';
import type { Say } from './say.ts';
import type { Line, Statement } from './statement.ts';
import { price, termUntil } from './terms.ts';
import type { Candidate, NothingBecause, ViewOf } from './view.ts';
import { SLOTS } from './words.ts';

/** Said when the desk comes into a conversation. */
export function describeWelcome(view: ViewOf<'welcome'>, say: Say): Statement {
  const title = say.text('welcome.title');
  return {
    ...blank(view, say, title),
    paragraphs: [say.line('welcome.what'), say.line('welcome.try'), say.line('welcome.safe')],
    actions: stateActions(view.actions, { view: 'welcome' }, say),
    summary: summarize(title, say.text('welcome.what')),
  };
}

/** The one missing thing, and nothing retyped (F-90). */
export function describeAsk(view: ViewOf<'ask'>, say: Say): Statement {
  const first = SLOTS.find((slot) => slot === view.missing[0]);
  const title = say.text(askKey(view, first));
  const errors = view.errors ? { errors: view.errors } : {};
  const actions = stateActions(view.actions, { view: 'ask', ...errors }, say);
  const { candidate } = view;
  const about = candidate ? [aboutLine(candidate, say)] : [];
  const isForm = view.missing.length > 1;
  return {
    ...blank(view, say, title),
    identity: candidate ? identityOf(candidate.subscription, candidate.customer, null, say) : [],
    paragraphs: [...about, say.line(isForm ? 'ask.lines' : 'ask.line')],
    inputs: inputsOf(actions),
    actions,
    short: say.text(isForm ? 'ask.short.form' : 'ask.short'),
    summary: summarize(title, ...about),
  };
}

function aboutLine({ subscription, customer }: Candidate, say: Say): Line {
  const what = whatStands(subscription, customer, say);
  return say.line('ask.about', { what, price: price(subscription, say), term: termUntil(subscription, say) });
}

/** A form for several is named by what it is for. */
function askKey({ missing, purpose }: ViewOf<'ask'>, first: (typeof SLOTS)[number] | undefined) {
  if (missing.length > 1) return purpose === 'upgrade' ? ('ask.upgrade' as const) : ('ask.change' as const);
  return first === undefined ? ('ask.other' as const) : (`ask.${first}` as const);
}

/** What was understood, the nearest commands, no dead end. */
export function describeNotUnderstood(view: ViewOf<'not-understood'>, say: Say): Statement {
  const title = say.text(`not-understood.${view.because}.title`);
  const actions = stateActions(view.actions, { view: 'not-understood' }, say);
  const words = view.words === '' ? [] : [say.line('not-understood.words', { words: view.words })];
  const items = itemsOf(view.candidates, actions, view.actions, say);
  const nearest = items.length > 0 ? say.text('heading.nearest') : '';
  return {
    ...blank(view, say, title),
    paragraphs: [
      ...words,
      say.line(`not-understood.${view.because}.line`),
      ...trySentences(view.suggestions, say),
    ],
    itemsHeading: nearest,
    items,
    actions: actions.filter((action) => !items.some((item) => item.action?.id === action.id)),
    summary: summarize(
      `${title}.`,
      say.text(`not-understood.${view.because}.line`),
      say.text('nothing-changed.line'),
    ),
  };
}

/** Nothing has changed, and why this sentence could not change anything. */
export function describeNothingChanged(view: ViewOf<'nothing-changed'>, say: Say): Statement {
  const { operation, because } = view;
  if (operation) {
    const shown =
      because === 'kept' || because === 'withdrawn'
        ? { ...operation, state: 'withdrawn' as const, because }
        : operation;
    return stateCard(view, shown, view.people ?? {}, say);
  }
  const title = say.text('nothing-changed.title');
  const line = say.line(becauseKey(because));
  return {
    ...blank(view, say, title),
    box: { style: 'emphasis', lines: [line] },
    paragraphs: trySentences(view.suggestions, say),
    actions: stateActions(view.actions, { view: 'nothing-changed' }, say),
    summary: summarize(`${title}.`, line),
  };
}

/** Help by topic or as a whole; every example works as typed. */
export function describeHelp(view: ViewOf<'help'>, say: Say): Statement {
  const title = view.topic === null ? say.text('help.title') : say.text('help.topic', { topic: view.topic });
  const groups = [...new Set(view.entries.map(({ group }) => group))];
  return {
    ...blank(view, say, title),
    identity: say.line('help.how'),
    facts: groups.map((group) => ({
      label: say.text(`help.group.${group}`),
      value: examplesLine(helpExamples(view, group)),
    })),
    footer: [
      [...(view.topic === null ? say.line('help.more') : say.line('help.all')), ...whoLine(view, say)],
    ],
    actions: stateActions(view.actions, { view: 'help' }, say),
    short: say.text('help.short'),
    summary: summarize(`${title}:`, view.entries.map(({ examples }) => examples[0] ?? '').join(', ')),
  };
}

/** The whole help shows one sentence a command; a topic shows all of its own. */
function helpExamples({ entries, topic }: ViewOf<'help'>, group: string): readonly string[] {
  const own = entries.filter((entry) => entry.group === group);
  return own.flatMap(({ examples }) => (topic === null ? examples.slice(0, 1) : examples));
}

function examplesLine(examples: readonly string[]): Line {
  return examples.flatMap(
    (example, index): Line => (index === 0 ? [{ example }] : [{ text: ' · ' }, { example }]),
  );
}

function whoLine({ person }: ViewOf<'help'>, say: Say): Line {
  if (person === null) return [];
  return [{ text: ' ' }, ...say.line('help.you', { name: person.name, roles: rolesOf(person.roles, say) })];
}

function trySentences(suggestions: readonly string[], say: Say): readonly Line[] {
  return suggestions.length === 0 ? [] : [[...say.line('try'), { text: ' ' }, ...examplesLine(suggestions)]];
}

function becauseKey(because: NothingBecause) {
  return `because.${because}` as const;
}
