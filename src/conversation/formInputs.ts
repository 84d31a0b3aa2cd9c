import type { SlotName } from '../commands/defineCommand.ts';
import type { LifecycleCommandType } from '../domain/subscription/command.ts';
import { isSameSku, isUpgrade, skuText } from '../domain/subscription/sku.ts';
import { BILLING_CYCLES, type Subscription, TERMS } from '../domain/subscription/subscription.ts';
import type { Offer } from '../ports/catalogue.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import type { InputSpec } from '../views/view.ts';
import { offersLike } from './skuWords.ts';

/** What of a command is asked for. */
export interface Wanted {
  readonly command: LifecycleCommandType;
  readonly missing: readonly SlotName[];
  readonly beside: readonly SlotName[];
  /** The products that the words may have meant. */
  readonly offers: readonly Offer[];
}

/** The order in which a form asks. */
const ORDER: readonly SlotName[] = ['sku', 'quantity', 'target', 'termDuration', 'billingCycle', 'timing'];
export const TIMINGS = ['now', 'term-end'] as const;
/** `none` is of usage, which nobody schedules. */
const CYCLES = BILLING_CYCLES.filter((cycle) => cycle !== 'none');
/** U-5: the licences go to none that is there. */
export const NEW_TARGET = 'new';
/** A Slack list holds a hundred; more is no choice. */
const MOST_CHOICES = 25;

/** The inputs of a form with what stands now; a target is only asked for where there is one. */
export async function inputsOf(desk: Desk, reading: Reading, wanted: Wanted): Promise<readonly InputSpec[]> {
  const { missing, beside } = wanted;
  const slots = ORDER.filter((slot) => missing.includes(slot) || beside.includes(slot));
  const inputs = await Promise.all(
    slots.map(async (slot) => ({
      id: slot,
      required: missing.includes(slot),
      ...(await inputOf(desk, reading, slot, wanted)),
    })),
  );
  return inputs.filter(({ id, choices }) => id !== 'target' || (choices?.length ?? 0) > 1);
}

async function inputOf(
  desk: Desk,
  reading: Reading,
  slot: SlotName,
  { command, offers }: Wanted,
): Promise<Partial<InputSpec>> {
  const { subscription } = reading;
  switch (slot) {
    case 'quantity':
      return quantityInput(reading, command);
    case 'termDuration':
      return { choices: TERMS, value: subscription.termDuration };
    case 'billingCycle':
      return { choices: CYCLES, value: subscription.billingCycle };
    case 'timing':
      return { choices: TIMINGS };
    case 'target':
      return targetInput(desk, reading);
    default:
      return skuInput(desk, reading, command, offers);
  }
}

/** An upgrade moves what is there (U-2); else the SKU's limits, which a present number outside them keeps. */
function quantityInput(
  { subscription: { quantity }, sku }: Reading,
  command: LifecycleCommandType,
): Partial<InputSpec> {
  const present = quantity ?? 1;
  const value = String(present);
  if (command === 'upgrade') return { number: { min: 1, max: present }, value };
  const { minimumQuantity = 1, maximumQuantity } = sku ?? {};
  const max = maximumQuantity === undefined ? {} : { max: Math.max(maximumQuantity, present) };
  return { number: { min: Math.min(Math.max(1, minimumQuantity), present), ...max }, value };
}

/** What the words may have meant; else what an upgrade may go to, and for a renewal the present one and smaller ones too. */
async function skuInput(
  desk: Desk,
  reading: Reading,
  command: LifecycleCommandType,
  meant: readonly Offer[],
): Promise<Partial<InputSpec>> {
  const { subscription, sku } = reading;
  const like = meant.length > 0 ? meant : await offersLike(desk, subscription);
  const isOffered = (offer: Offer) =>
    meant.length > 0 ||
    isUpgrade(subscription, sku ?? {}, offer) ||
    (command === 'schedule-change' && isUpgrade(offer, offer, subscription));
  const others = like
    .filter((offer) => !isSameSku(offer, subscription) && isOffered(offer))
    .sort((a, b) => a.offerName.localeCompare(b.offerName, 'en'));
  const stays = command === 'schedule-change' ? [subscription] : [];
  const all = [...stays, ...others.slice(0, MOST_CHOICES)];
  if (all.length === 0) return {};
  return {
    choices: all.map((one) => skuText(one, subscription)),
    titles: Object.fromEntries(all.map((one) => [skuText(one, subscription), titleIn(all, one)])),
    ...(stays.length > 0 && { value: skuText(subscription, subscription) }),
  };
}

type Named = Pick<Offer, 'offerName' | 'skuId'>;

/** A name that two SKUs share has its id beside it. */
function titleIn(all: readonly Named[], { offerName, skuId }: Named): string {
  const isShared = all.filter((one) => one.offerName === offerName).length > 1;
  return isShared ? `${offerName} (${skuId})` : offerName;
}

/** U-5: this customer's active subscriptions to what it may be upgraded to. */
async function targetInput(desk: Desk, { subscription, sku }: Reading): Promise<Partial<InputSpec>> {
  const rows = await desk.subscriptions.ofCustomer(subscription.customerId);
  const targets = rows
    .map((row) => row.subscription)
    .filter((one) => one.status === 'active' && isUpgrade(subscription, sku ?? {}, one))
    .slice(0, MOST_CHOICES);
  return {
    choices: [NEW_TARGET, ...targets.map(({ reference }) => reference)],
    titles: Object.fromEntries(targets.map((one) => [one.reference, targetTitle(one)])),
    value: NEW_TARGET,
  };
}

function targetTitle({ reference, quantity, offerName }: Subscription): string {
  return `${reference}: ${quantity ?? 0} × ${offerName}`;
}
