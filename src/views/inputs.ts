import { REASONS } from '../domain/subscription/command.ts';
import { BILLING_CYCLES, TERMS } from '../domain/subscription/subscription.ts';
import type { Key, Say } from './say.ts';
import type { StatedInput } from './statement.ts';
import type { InputSpec } from './view.ts';
import { SLOTS } from './words.ts';

/** What an input's words hang on besides itself. */
export interface InputContext {
  readonly errors?: readonly { readonly input: string; readonly code: 'required' | 'wrong' }[];
  /** Whose name is typed. */
  readonly customer?: { readonly name: string; readonly domain: string };
}

/** An input in words: its label, what stands there, what to say when it is wrong. */
export function stateInput(spec: InputSpec, context: InputContext, say: Say): StatedInput {
  const { choices, titles, ...rest } = spec;
  const domain = context.customer?.domain ?? '';
  const error = errorOf(spec, context, say);
  const wrong = context.errors?.find(({ input }) => input === spec.id);
  return {
    ...rest,
    label: labelOf(spec, domain, say),
    ...(spec.id === 'reasonText' ? { hint: say.text('input.reasonText.hint') } : {}),
    ...placeholderOf(spec, domain, say),
    error,
    maxLength: spec.id === 'comment' || spec.id === 'reasonText' ? 200 : 100,
    ...(choices ? { choices: choices.map((id) => ({ id, title: choiceTitle(id, titles, say) })) } : {}),
    ...(wrong ? { wrong: error } : {}),
  };
}

function labelOf(spec: InputSpec, domain: string, say: Say): string {
  if (spec.id === 'reason') return say.text(spec.value === undefined ? 'input.reason' : 'input.reason.given');
  if (spec.id === 'reasonText' || spec.id === 'comment') return say.text(`input.${spec.id}`);
  if (spec.id === 'typedCustomer') return say.text('input.typedCustomer', { domain });
  return say.text(slotKey(spec.id));
}

function slotKey(id: string) {
  const slot = SLOTS.find((each) => each === id);
  return slot === undefined ? ('slot.other' as const) : (`slot.${slot}` as const);
}

function errorOf(spec: InputSpec, context: InputContext, say: Say): string {
  if (spec.id === 'typedCustomer')
    return say.text('error.typedCustomer', { ...(context.customer ?? { name: '', domain: '' }) });
  if (spec.id === 'reason' || spec.id === 'reasonText' || spec.id === 'comment')
    return say.text(`error.${spec.id}`);
  if (spec.number) return numberError(spec.number, say);
  return say.text(spec.choices ? 'error.choice' : 'error.text');
}

function numberError({ min, max }: NonNullable<InputSpec['number']>, say: Say): string {
  return max === undefined
    ? say.text('error.number.least', { min })
    : say.text('error.number.between', { min, max });
}

function placeholderOf(spec: InputSpec, domain: string, say: Say): { readonly placeholder?: string } {
  if (spec.id === 'typedCustomer') return { placeholder: domain };
  if (spec.id === 'reason') return { placeholder: say.text('input.reason.choose') };
  return spec.choices ? { placeholder: say.text('input.choose') } : {};
}

/** Choices whose values are words of the specs. */
const CHOICE_TITLES: Readonly<Record<string, Key>> = Object.fromEntries([
  ...REASONS.map((id) => [id, `reason.${id}`] as const),
  ...TERMS.map((id) => [id, `term.${id}`] as const),
  ...BILLING_CYCLES.map((id) => [id, `billing.${id}`] as const),
  ...(['now', 'term-end'] as const).map((id) => [id, `timing.${id}`] as const),
  ['new', 'target.new'] as const,
]);

function choiceTitle(id: string, titles: InputSpec['titles'], say: Say): string {
  const given = titles?.[id];
  if (given !== undefined) return given;
  const key = CHOICE_TITLES[id];
  return key === undefined ? id : say.text(key);
}
