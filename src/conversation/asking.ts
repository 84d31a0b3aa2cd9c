import type { Slots } from '../commands/defineCommand.ts';
import { BILLING_CYCLES, TERMS } from '../domain/subscription/subscription.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import type { View } from '../views/view.ts';
import { inputsOf, NEW_TARGET, TIMINGS, type Wanted } from './formInputs.ts';
import { type Memory, type Pending, remember } from './memory.ts';
import type { Talk } from './turn.ts';

export type Errors = readonly { readonly input: string; readonly code: 'required' | 'wrong' }[];

/** The form for what a sentence about this subscription left out: present values filled in, limits beside them (F-90). */
export async function askForm(
  talk: Talk,
  reading: Reading,
  said: Pending,
  { errors, ...wanted }: Wanted & { readonly errors: Errors },
): Promise<View> {
  const { subscription, customer } = reading;
  const { command } = wanted;
  const inputs = await inputsOf(talk.desk, reading, wanted);
  const names = inputs.map(({ id }) => id);
  const required = inputs.filter((input) => input.required).map(({ id }) => id);
  const on = await remember(
    talk,
    { kind: 'form', pending: said, inputs: names, required, subscription: subscription.id },
    'own',
  );
  return {
    view: 'ask',
    on,
    purpose: command,
    command,
    missing: names,
    candidate: { subscription, customer },
    ...(errors.length > 0 && { errors }),
    actions: [{ id: 'answer', inputs }],
  };
}

type Form = Extract<Memory, { readonly kind: 'form' }>;

/** The sentence with what the form adds to it; what is missing, no number or no term, by input (F-84). */
export function answered(
  typed: Readonly<Record<string, string>>,
  { inputs, required, pending }: Form,
): { readonly said: Pending; readonly errors: Errors } {
  const given = inputs.map((id) => ({
    id,
    value: Object.hasOwn(typed, id) ? (typed[id]?.trim().slice(0, 200) ?? '') : '',
  }));
  const errors = given.flatMap(({ id, value }): Errors => {
    if (value === '') return required.includes(id) ? [{ input: id, code: 'required' }] : [];
    return isRight(id, value) ? [] : [{ input: id, code: 'wrong' }];
  });
  const filled = given.filter(({ id, value }) => value !== '' && !(id === 'target' && value === NEW_TARGET));
  const slots: Slots = Object.fromEntries(
    filled.map(({ id, value }) => [id, id === 'quantity' ? Number(value) : value]),
  );
  return { said: withAnswers(pending, slots), errors };
}

/** A number that was answered takes the place of "five more". */
function withAnswers({ intent, slots: { delta, ...said } }: Pending, answers: Slots): Pending {
  const counts = answers.quantity === undefined && delta !== undefined ? { delta } : {};
  return { intent, slots: { ...said, ...counts, ...answers } };
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  termDuration: TERMS,
  billingCycle: BILLING_CYCLES,
  timing: TIMINGS,
};

/** Ten digits and a sign: more is no quantity of anything. The limits are the service's word. */
function isRight(id: string, value: string): boolean {
  if (id === 'quantity') return /^-?\d{1,10}$/u.test(value);
  return WORDS[id]?.includes(value) ?? true;
}
