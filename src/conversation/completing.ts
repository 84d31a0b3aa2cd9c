import { decisionsOn } from '../application/query.ts';
import type { SlotName, Slots, Unfinished } from '../commands/defineCommand.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Offer } from '../ports/catalogue.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import type { View } from '../views/view.ts';
import { type AskedFor, askedOf } from './alternatives.ts';
import { askForm, type Errors } from './asking.ts';
import { isHopeless, likely } from './likely.ts';
import type { Pending } from './memory.ts';
import { skuNamed } from './skuWords.ts';
import type { Talk } from './turn.ts';

/** A sentence whose subscription is known: a command, or the form that asks for what it left out (F-62). */
export type Completed =
  | ({ readonly kind: 'command' } & AskedFor)
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'not-found' };

/** `said`: as it was said, a preview with the verb that it previews; `errors`: of the form's last answer (F-84). */
export async function complete(
  talk: Talk,
  subscription: string,
  said: Pending,
  errors: Errors = [],
): Promise<Completed> {
  const of = previewed(said);
  const asked = lifecycle(of);
  const known = !isOpen(of.slots) && errors.length === 0;
  if (known && isCommand(asked)) return { kind: 'command', ...asked };
  const reading = await talk.desk.provider.read(subscription, talk.desk.clock.now());
  if (!reading) return { kind: 'not-found' };
  const settled = await settle(talk, reading, of.slots);
  const now = lifecycle({ ...of, slots: settled.slots });
  if (isCommand(now) && settled.unclear.length === 0 && errors.length === 0)
    return { kind: 'command', ...now };
  return (
    whateverIsAnswered(talk, reading, now) ?? {
      kind: 'view',
      view: await askForm(talk, reading, said, wantedOf(now.command, settled, errors)),
    }
  );
}

/** A form that no answer could help is not shown: the service says at once why not. */
function whateverIsAnswered(
  { desk }: Talk,
  reading: Reading,
  { command: { type }, presentation }: AskedFor<LifecycleCommand | Unfinished>,
): Completed | null {
  const commands = likely(type, reading);
  const [command] = isHopeless(decisionsOn(desk, reading, commands)) ? commands : [];
  return command ? { kind: 'command', command, presentation } : null;
}

/** What was said and is no answer is asked for as well; `errors` of an answer come before those of the sentence. */
function wantedOf(command: LifecycleCommand | Unfinished, settled: Settled, errors: Errors) {
  const { missing = [], beside = [] } = 'missing' in command ? command : {};
  return {
    command: command.type,
    missing: [...settled.unclear, ...missing],
    beside,
    offers: settled.offers,
    errors: errors.length > 0 ? errors : settled.errors,
  };
}

/** The order that a preview holds (F-71); any other sentence as it is. */
export function previewed(said: Pending): Pending {
  const { verb, ...slots } = said.slots;
  return verb === undefined ? said : { intent: verb, slots };
}

function lifecycle(pending: Pending): AskedFor<LifecycleCommand | Unfinished> {
  const asked = askedOf(pending);
  if (!asked) throw new Error(`${pending.intent} is no command of the lifecycle service`);
  return asked;
}

function isCommand(asked: AskedFor<LifecycleCommand | Unfinished>): asked is AskedFor {
  return !('missing' in asked.command);
}

/** Words that only the subscription and the catalogue can turn into what the service takes. */
function isOpen({ quantity, delta, sku, target }: Slots): boolean {
  return [delta, sku, target].some((slot) => slot !== undefined) || !isWhole(quantity);
}

interface Settled {
  readonly slots: Slots;
  /** What was said of these is no answer. */
  readonly unclear: readonly SlotName[];
  readonly errors: Errors;
  /** The products that the words may have meant. */
  readonly offers: readonly Offer[];
}

async function settle(talk: Talk, reading: Reading, said: Slots): Promise<Settled> {
  const { sku, target, ...rest } = said;
  const { quantity, ...slots } = counted(reading, rest);
  const into = target === undefined ? {} : { target: await targetOf(talk, target) };
  const named = sku === undefined ? null : await skuNamed(talk.desk, reading, sku);
  const wrong = [
    ...(isWhole(quantity) ? [] : (['quantity'] as const)),
    ...(named?.kind === 'none' ? (['sku'] as const) : []),
  ];
  return {
    slots: {
      ...slots,
      ...into,
      ...(isWhole(quantity) && quantity !== undefined && { quantity }),
      ...(named?.kind === 'one' && { sku: named.sku }),
    },
    unclear: named?.kind === 'several' ? [...wrong, 'sku'] : wrong,
    errors: wrong.map((input) => ({ input, code: 'wrong' })),
    offers: named?.kind === 'several' ? named.offers : [],
  };
}

function counted({ subscription }: Reading, { delta, ...slots }: Slots): Slots {
  return delta === undefined ? slots : { ...slots, quantity: (subscription.quantity ?? 0) + delta };
}

/** F-49: half a licence is no number that the service could refuse. */
function isWhole(quantity: number | undefined): boolean {
  return quantity === undefined || Number.isSafeInteger(quantity);
}

/** An unknown one keeps its words: the service refuses it as no target (U-5). */
async function targetOf({ desk }: Talk, words: string): Promise<string> {
  const row = await desk.subscriptions.byReference(words.trim().toUpperCase());
  return row?.subscription.id ?? words;
}
