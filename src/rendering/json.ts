import { decisionToJson } from '../domain/json/decision.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { describe } from '../views/describe.ts';
import type { StatedAction, Statement } from '../views/statement.ts';
import type { ActionSpec, InputSpec, Reader, View, ViewKind } from '../views/view.ts';
import { renderText } from './text.ts';

/** These always have `actions`, also none (F-95). */
const ALWAYS: readonly ViewKind[] = ['confirm', 'terms-changed', 'approval', 'choose', 'ask'];
/** Prompts and what stands in their way say until when (F-86). */
const EXPIRING: readonly ViewKind[] = ['confirm', 'terms-changed', 'approval', 'conflict'];

/** One line of `chat --json` (interfaces.md, "A conversation in JSON"; F-80 to F-98); a conversation's Reply fits. */
export function replyToJson(reply: { readonly view: View; readonly reader: Reader }): object {
  const { view, reader } = reply;
  const statement = describe(view, reader);
  const said = { view: nameOf(view.view), language: reader.language, text: renderText(statement) };
  if (view.view === 'not-allowed') return said;
  return {
    view: said.view,
    ...(view.command === undefined ? {} : { command: view.command }),
    language: said.language,
    text: said.text,
    ...operationKeys(view, reader),
    ...subscriptionKey(view),
    ...decisionKeys(view),
    ...becauseKeys(view),
    ...actionKeys(view, statement),
  };
}

/** A promise (interfaces.md): a draft that is forgotten is `expired` as well (F-80), a wish has its `receipt` (F-96). */
function nameOf(kind: ViewKind): string {
  if (kind === 'noted') return 'receipt';
  return kind === 'expired-draft' ? 'expired' : kind;
}

/** An operation's reference and state; a draft has neither (F-80). */
function operationKeys(view: View, reader: Reader): object {
  const operation = 'operation' in view ? view.operation : undefined;
  if (operation === undefined) return {};
  const expires = EXPIRING.includes(view.view) ? { expires: operation.expiresAt } : {};
  return { operation: operation.reference, state: stateOf(view, operation, reader.now), ...expires };
}

/** Past its time it is expired everywhere (F-92); who keeps or withdraws has withdrawn it (F-87). */
function stateOf(view: View, operation: Operation, now: string): Operation['state'] {
  if (view.view === 'expired') return 'expired';
  const waits = operation.state === 'awaiting-confirmation' || operation.state === 'awaiting-approval';
  return waits && operation.expiresAt <= now ? 'expired' : operation.state;
}

function subscriptionKey(view: View): object {
  if ('snapshot' in view) return { subscription: view.snapshot.subscription.reference };
  if ('operation' in view && view.operation)
    return { subscription: view.operation.snapshot.subscription.reference };
  if (view.view === 'history' && view.of) return { subscription: view.of.subscription.reference };
  if (view.view === 'ask' && view.candidate) return { subscription: view.candidate.subscription.reference };
  return {};
}

function decisionKeys(view: View): object {
  if (view.view === 'refused') {
    return { code: view.code, ...(view.decision ? { decision: decisionToJson(view.decision) } : {}) };
  }
  if (view.view === 'conflict') return { code: view.code };
  if (view.view === 'preview') return { decision: decisionToJson(view.decision) };
  if (!('operation' in view) || view.operation === undefined) return {};
  const { result, decision } = view.operation;
  if (result?.outcome === 'done') return { decision: decisionToJson(result.decision) };
  return { decision: decisionToJson(decision) };
}

function becauseKeys(view: View): object {
  const suggestions =
    'suggestions' in view && view.suggestions.length > 0 ? { suggestions: view.suggestions } : {};
  if ('because' in view) return { because: view.because, ...suggestions };
  if (view.view === 'failure') return { because: view.why, correlation: view.correlation };
  const ended = 'operation' in view ? view.operation?.because : null;
  return ended ? { because: ended } : {};
}

function actionKeys(view: View, statement: Statement): object {
  const errors = 'errors' in view && view.errors?.length ? { errors: view.errors } : {};
  if (view.actions.length === 0 && !ALWAYS.includes(view.view)) return errors;
  return { actions: view.actions.map((action) => actionToJson(action, view, statement)), ...errors };
}

function titlesOf({ actions, alternatives, items }: Statement): ReadonlyMap<string, string> {
  const ofItems = items.flatMap(({ action }) => (action ? [action] : []));
  const all: readonly StatedAction[] = [...actions, ...(alternatives?.actions ?? []), ...ofItems];
  return new Map(all.map(({ id, title }) => [id, title]));
}

function actionToJson(action: ActionSpec, view: View, statement: Statement): object {
  const { id, inputs, subscription, customer } = action;
  const titles = titlesOf(statement);
  return {
    id,
    title: titles.get(id) ?? id,
    inputs: inputs.map((input) => inputToJson(input, view, statement)),
    ...(subscription === undefined ? {} : { subscription }),
    ...(customer === undefined ? {} : { customer }),
  };
}

/** A prompt's choices are words (interfaces.md), those of a question back have titles (F-90). */
function inputToJson({ id, required, choices, value }: InputSpec, view: View, statement: Statement): object {
  const titled = statement.inputs.find((input) => input.id === id)?.choices;
  return {
    id,
    required,
    ...(choices === undefined ? {} : { choices: view.view === 'ask' ? titled : choices }),
    ...(value === undefined ? {} : { value }),
  };
}
