import { expect } from '@jest/globals';
import { parseInstant } from '../../src/domain/instant.ts';
import { decisionToJson } from '../../src/domain/json/decision.ts';
import type { LifecycleCommand } from '../../src/domain/subscription/command.ts';
import { type DecideInput, decide } from '../../src/domain/subscription/decide.ts';
import type { Accepted, Decision, Refused } from '../../src/domain/subscription/decision.ts';
import { evolve } from '../../src/domain/subscription/evolve.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import { aCustomer, aPartner, aSubscription } from './builders.ts';

type Given = Partial<Omit<DecideInput, 'command' | 'now'>>;

/** An instant written short: "2021-09-01", "2021-09-01T10:00Z". */
export function at(text: string): string {
  const parsed = parseInstant(/T/.test(text) ? text : `${text}T00:00:00Z`);
  if (parsed === null) throw new Error(`no instant: ${text}`);
  return parsed;
}

/** given(what).when(command, now) → the decision, to be looked at in several ways. */
export function given(what: Given = {}) {
  const subscription = what.subscription ?? aSubscription();
  const facts = { customer: aCustomer(), partner: aPartner(), rulebook: '2021-08', ...what, subscription };
  return {
    when(command: LifecycleCommand | LifecycleCommand['type'], now: string) {
      const full = typeof command === 'string' ? ({ type: command } as LifecycleCommand) : command;
      return outcome(subscription, decide({ ...facts, command: full, now: at(now) }));
    },
  };
}

function outcome(subscription: Subscription, decision: Decision) {
  return {
    decision,
    /** The decision as `decide` writes it. */
    json: () => decisionToJson(decision),
    accepted(): Accepted {
      if (decision.outcome !== 'accepted') throw new Error(`refused: ${JSON.stringify(decision)}`);
      return decision;
    },
    refused(): Refused {
      if (decision.outcome !== 'refused') throw new Error(`accepted: ${JSON.stringify(decision)}`);
      return decision;
    },
    thenRefused(expected: Omit<Refused, 'outcome' | 'command'>): void {
      const { outcome: _outcome, command: _command, ...rest } = this.refused();
      expect(rest).toEqual(expected);
    },
    /** The subscription once it is done. */
    subscription: (): Subscription =>
      decision.outcome === 'accepted' ? evolve(subscription, decision.after) : subscription,
  };
}
