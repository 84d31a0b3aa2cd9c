import type { Instant } from '../domain/instant.ts';
import type { Snapshot } from '../domain/operation/operation.ts';
import { decideOn } from '../domain/operation/plan.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Decision } from '../domain/subscription/decision.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import { skusNamed } from './skus.ts';

/** What a card shows of a reading, and of what was decided on it. */
export async function snapshotOf(
  desk: Desk,
  { subscription, customer, addOns, base, target }: Reading,
  decision: Decision | null = null,
): Promise<Snapshot> {
  const skus = await skusNamed(desk, subscription, decision);
  return {
    subscription,
    customer,
    addOns,
    base,
    ...(target && { target }),
    ...(skus.length > 0 && { skus }),
  };
}

/** The service's word on a command at the reading's instant; nothing is changed by it. */
export function decisionOn(desk: Desk, reading: Reading, command: LifecycleCommand): Decision {
  return decideOn(reading, command, desk.policy.rulebook);
}

const LOOKED_AT = 20;

/** Not before the subscription's last event (protocol.md, "Terms never change"): clocks of two processes may differ. */
export async function instantOfChange(desk: Desk, reference: string): Promise<Instant> {
  const now = desk.clock.now();
  const latest = await desk.audit.ofSubscription(reference, LOOKED_AT);
  // An import carries the real clock, which a fixed one (SUBDESK_NOW) knows nothing of.
  const last = latest.findLast(({ what }) => what !== 'imported');
  return last && last.at > now ? last.at : now;
}
