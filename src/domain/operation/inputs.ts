import { type LifecycleCommand, REASONS, type Reason } from '../subscription/command.ts';
import type { Operation } from './operation.ts';

export interface ActionInput {
  readonly id: 'reason' | 'reasonText' | 'typedCustomer' | 'comment';
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** From the agent's own sentence; counts when the click leaves it out (F-84). */
  readonly value?: string;
}

export interface InputProblem {
  readonly input: ActionInput['id'];
  readonly code: 'required' | 'wrong';
}

type Typed = Readonly<Record<string, string>>;

/** What an action of this operation asks for (F-84, F-98): a reason from tier 3, the typed check in tier 4. */
export function inputsOf(
  operation: Pick<Operation, 'tier' | 'command'>,
  action: string,
): readonly ActionInput[] {
  if (action === 'decline') return [{ id: 'comment', required: true }];
  if (action !== 'confirm' || operation.tier < 3) return [];
  return operation.tier < 4
    ? reasonInputs(operation.command)
    : [...reasonInputs(operation.command), TYPED_CUSTOMER];
}

/** `typedCustomer` never has a value: it is typed or it is nothing. */
const TYPED_CUSTOMER: ActionInput = { id: 'typedCustomer', required: true };

function reasonInputs({ reason, reasonText }: LifecycleCommand): readonly ActionInput[] {
  return [
    { id: 'reason', required: true, choices: REASONS, ...(reason && { value: reason }) },
    { id: 'reasonText', required: false, ...(reasonText && { value: reasonText }) },
  ];
}

/** What is missing or wrong in what was typed; keys that the action does not have are ignored (F-84). */
export function inputProblems(operation: Operation, action: string, typed: Typed): readonly InputProblem[] {
  const asked = inputsOf(operation, action);
  return asked.flatMap((input) => problemOf(input, operation, typed) ?? []);
}

function problemOf(input: ActionInput, operation: Operation, typed: Typed): InputProblem | null {
  const given = typed[input.id]?.trim() || input.value || '';
  if (input.id === 'reasonText')
    return reasonTextMissing(operation, typed) ? { input: 'reasonText', code: 'required' } : null;
  if (given === '') return { input: input.id, code: 'required' };
  if (input.choices && !input.choices.includes(given)) return { input: input.id, code: 'wrong' };
  if (input.id === 'typedCustomer' && !namesCustomer(operation, given))
    return { input: input.id, code: 'wrong' };
  return null;
}

/** G-2: `other` needs words. */
function reasonTextMissing(operation: Operation, typed: Typed): boolean {
  const { reason, reasonText } = withInputs(operation, typed);
  return reason === 'other' && !reasonText;
}

/** F-75: the customer's domain or name, after trimming, NFKC and case folding. */
function namesCustomer({ snapshot }: Operation, given: string): boolean {
  return [snapshot.customer.domain, snapshot.customer.name].some((name) => folded(name) === folded(given));
}

function folded(text: string): string {
  // Upper case first: case folding maps ß to ss and final sigma to sigma, as lower case alone does not.
  return text.normalize('NFKC').trim().toUpperCase().toLowerCase().normalize('NFKC');
}

/** The command with the reason that the click gave, or else the sentence's. */
export function withInputs(operation: Pick<Operation, 'tier' | 'command'>, typed: Typed): LifecycleCommand {
  const { reason: said, reasonText: saidText, ...command } = operation.command;
  if (operation.tier < 3) return operation.command;
  const reason = reasonIn(typed) ?? said;
  const reasonText = typed['reasonText']?.trim() || (reason === said ? saidText : undefined);
  return { ...command, ...(reason && { reason }), ...(reasonText && { reasonText }) } as LifecycleCommand;
}

function reasonIn(typed: Typed): Reason | undefined {
  return REASONS.find((reason) => reason === typed['reason']?.trim());
}
