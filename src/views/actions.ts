import type { Case } from './acts.ts';
import { difference } from './boxes.ts';
import { clip } from './clip.ts';
import { type InputContext, stateInput } from './inputs.ts';
import type { Say } from './say.ts';
import type { StatedAction, StatedInput } from './statement.ts';
import type { ActionSpec, View } from './view.ts';
import { ALTERNATIVES, type AlternativeWord, NEXT_TITLES } from './words.ts';

/** A label must fit a phone's button (design 2.7). */
const TITLE_MAX = 27;
const SHORT_MAX = 24;
/** Where a command's word on a button is an alternative to what is asked (F-89). */
const ALTERNATIVE_VIEWS: readonly View['view'][] = ['confirm', 'terms-changed', 'refused'];

/** What an action's words hang on besides its id. */
export interface ActionContext extends InputContext {
  readonly view: View['view'];
  readonly case?: Case | null;
  /** The card's title: the tooltip of a button that is right only beside it (design 2.4). */
  readonly title?: string;
}

export function stateActions(
  specs: readonly ActionSpec[],
  context: ActionContext,
  say: Say,
): readonly StatedAction[] {
  return specs.map((spec) => stateAction(spec, context, say));
}

function stateAction(spec: ActionSpec, context: ActionContext, say: Say): StatedAction {
  const title = titleOf(spec, context, say);
  const role = roleOf(spec.id, context);
  return {
    id: spec.id,
    title: clip(title, TITLE_MAX),
    ...(title.length > SHORT_MAX && role !== 'next' ? { short: shortOf(spec.id, title, context, say) } : {}),
    ...(role === 'act' && context.title !== undefined ? { tooltip: context.title } : {}),
    role,
    inputs: spec.inputs.map((input) => stateInput(input, context, say)),
  };
}

/** Every input once, in the order of the actions. */
export function inputsOf(actions: readonly StatedAction[]): readonly StatedInput[] {
  const all = actions.flatMap(({ inputs }) => inputs);
  return all.filter((input, index) => all.findIndex(({ id }) => id === input.id) === index);
}

export function isAlternative(id: string): id is AlternativeWord {
  return (ALTERNATIVES as readonly string[]).includes(id);
}

function roleOf(id: string, context: ActionContext): StatedAction['role'] {
  if (id === 'confirm' || id === 'approve' || id === 'answer') return 'act';
  if (id === 'keep' || id === 'decline') return 'way-out';
  if (id.startsWith('choose-')) return 'choice';
  if (isAlternative(id) && ALTERNATIVE_VIEWS.includes(context.view)) return 'alternative';
  return 'next';
}

function titleOf(spec: ActionSpec, context: ActionContext, say: Say): string {
  const { id } = spec;
  if (spec.say !== undefined) return spec.say;
  const c = context.case;
  if (c && (id === 'confirm' || id === 'keep')) return promptTitle(id, c, context, say);
  if (c && (id === 'approve' || id === 'review')) return say.text(`act.${c.act}.${id}`);
  if (id.startsWith('choose-')) return chooseTitle(id, say);
  if (id === 'schedule-change' && context.view === 'receipt') return say.text('action.put-back');
  const shown = /^(?:show|status)-(.+)$/.exec(id)?.[1];
  if (shown !== undefined) return say.text('action.show', { reference: shown });
  const next = NEXT_TITLES[id];
  if (next !== undefined && !ALTERNATIVE_VIEWS.includes(context.view)) return say.text(next);
  if (isAlternative(id)) return say.text(`alt.${id}.button`);
  return say.text(NEXT_TITLES[id] ?? 'action.open');
}

function promptTitle(id: 'confirm' | 'keep', c: Case, context: ActionContext, say: Say): string {
  const n = id === 'confirm' ? difference(c) : (c.decision.before.quantity ?? 0);
  const all = c.subscription.quantity ?? 0;
  if (id === 'confirm' && context.view === 'terms-changed' && c.act === 'cancel-now' && all > 1) {
    return say.text('act.cancel-now.confirm.all', { n: all });
  }
  return say.text(`act.${c.act}.${id}`, { n });
}

function chooseTitle(id: string, say: Say): string {
  return say.text('action.choose', { reference: id.slice('choose-'.length) });
}

function shortOf(id: string, title: string, context: ActionContext, say: Say): string {
  if (id === 'confirm' && context.case?.act === 'cancel-at-renewal')
    return say.text('act.cancel-now.confirm');
  return clip(title, SHORT_MAX);
}
