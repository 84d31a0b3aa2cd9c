import type { Instant } from '../instant.ts';
import { firstMatch, ruleOf } from '../policies/policyTable.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import { rulebookNamed } from '../policies/rulebooks/index.ts';
import { acceptable } from './alternatives.ts';
import { cancel } from './cancel.ts';
import { type LifecycleCommand, REASONS } from './command.ts';
import type { Decision } from './decision.ts';
import { deprovision } from './deprovision.ts';
import { pause } from './pause.ts';
import { presentAt, presentBeside } from './present.ts';
import { directionOf } from './quantity.ts';
import { reactivate } from './reactivate.ts';
import { removeScheduledChange } from './removeScheduledChange.ts';
import { resume } from './resume.ts';
import { scheduleChange } from './scheduleChange.ts';
import { setAutoRenew } from './setAutoRenew.ts';
import { setQuantity } from './setQuantity.ts';
import { conditionOf } from './state.ts';
import type { Customer, Partner, SkuFacts, Subscription } from './subscription.ts';
import { suspend } from './suspend.ts';
import { upgrade } from './upgrade.ts';
import { isReasonWanting, type Refusal, refuse, type Situation, type Verdict } from './verdict.ts';

export interface DecideInput {
  readonly subscription: Subscription;
  readonly customer: Customer;
  /** Changes no decision of 2021-08 (F-17). */
  readonly partner: Partner | null;
  readonly command: LifecycleCommand;
  readonly now: Instant;
  /** A name must be one of RULEBOOK_NAMES. */
  readonly rulebook: string | Rulebook;
  /** Facts of the present SKU; what is absent is not checked (F-01). */
  readonly sku?: SkuFacts | null;
  /** Add-ons of the subscription (F-02). */
  readonly addOns?: readonly Subscription[];
  /** The base of an add-on (F-03). */
  readonly base?: Subscription | null;
  /** The existing target of an upgrade (F-04). */
  readonly target?: Subscription | null;
}

/** What the lifecycle rules answer as of `now`, everything due by then applied first (F-13). Pure; changes nothing. */
export function decide(input: DecideInput): Decision {
  const situation = situationOf(input);
  const verdict = verdictOn(situation);
  if (verdict.outcome === 'accepted') return verdict;
  const { code, rule, since, offers } = verdict;
  const alternatives = acceptable(offers, situation, (other) => verdictOn(other).outcome === 'accepted');
  return {
    outcome: 'refused',
    command: situation.command.type,
    code,
    rules: [rule],
    ...(since !== undefined && { since }),
    alternatives,
  };
}

function situationOf(input: DecideInput): Situation {
  const { customer, command, now } = input;
  const rulebook = rulebookOf(input.rulebook);
  const present = (subscription: Subscription) => presentAt(subscription, now, customer, rulebook);
  return {
    subscription: presentBeside(input.subscription, input.base ?? null, now, customer, rulebook),
    customer,
    command,
    now,
    rulebook,
    sku: input.sku ?? {},
    addOns: (input.addOns ?? []).map(present),
    base: input.base ? present(input.base) : null,
    target: input.target ? present(input.target) : null,
  };
}

/** The named rulebook; an unknown name is a defect of the caller, who checks it first. */
export function rulebookOf(rulebook: string | Rulebook): Rulebook {
  if (typeof rulebook !== 'string') return rulebook;
  const named = rulebookNamed(rulebook);
  if (named === null) throw new Error(`unknown rulebook ${rulebook}`);
  return named;
}

/** F-35: class, then status, then prerequisites, then limits; the first that fails is named alone. */
function verdictOn(situation: Situation): Verdict {
  return classRefuses(situation) ?? statusRefuses(situation) ?? reasonRefuses(situation) ?? verb(situation);
}

function classRefuses({ rulebook, subscription, command }: Situation): Refusal | null {
  const { productClass } = subscription;
  const { id, then } = firstMatch(rulebook.verbs, { command: command.type, productClass });
  return then.outcome === 'allowed' ? null : refuse(then.code, ruleOf(id), { offers: then.offers });
}

function statusRefuses({ rulebook, subscription, command, now }: Situation): Refusal | null {
  const { id, then } = firstMatch(rulebook.statuses, {
    command: command.type,
    condition: conditionOf(subscription),
    direction: command.type === 'set-quantity' ? directionOf(subscription, command.quantity) : null,
  });
  if (then.outcome === 'allowed') return null;
  const { dataDeletionAt } = subscription;
  if (then.code !== 'data-deleted') return refuse(then.code, ruleOf(id), { offers: then.offers });
  // Ended another way, there is no instant since which the data is gone (F-29).
  return dataDeletionAt !== null && dataDeletionAt <= now
    ? refuse(then.code, ruleOf(id), { since: dataDeletionAt })
    : refuse('wrong-status', ruleOf(id));
}

function reasonRefuses({ command }: Situation): Refusal | null {
  return isReasonWanting(command, REASONS) ? refuse('reason-required', 'G-2') : null;
}

function verb(situation: Situation): Verdict {
  const { command } = situation;
  switch (command.type) {
    case 'pause':
      return pause(situation);
    case 'resume':
      return resume(situation);
    case 'suspend':
      return suspend(situation);
    case 'reactivate':
      return reactivate(situation);
    case 'cancel':
      return cancel(situation);
    case 'set-auto-renew':
      return setAutoRenew(situation, command.enabled);
    case 'set-quantity':
      return setQuantity(situation, command.quantity);
    case 'schedule-change':
      return scheduleChange(situation, command);
    case 'remove-scheduled-change':
      return removeScheduledChange(situation);
    case 'upgrade':
      return upgrade(situation, command);
    case 'deprovision':
      return deprovision(situation);
  }
}
