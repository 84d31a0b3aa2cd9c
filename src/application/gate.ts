import type { Presentation, Tier } from '../domain/operation/operation.ts';
import type { Person, Role } from '../domain/person.ts';
import { approversFor, eligible } from '../domain/policies/approval.ts';
import { tierOf } from '../domain/policies/tiers.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Accepted, Refused } from '../domain/subscription/decision.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import { decisionOn } from './readings.ts';

export interface Asked {
  readonly requester: Person;
  readonly command: LifecycleCommand;
  readonly presentation: Presentation;
}

/** What stands between a decision and its effect: refused, or how it must be confirmed and by whom approved. */
export type Gate =
  | { readonly kind: 'refused'; readonly decision: Refused }
  | { readonly kind: 'no-approver'; readonly decision: Accepted }
  | {
      readonly kind: 'open';
      readonly decision: Accepted;
      readonly tier: Tier;
      readonly approvers: readonly Role[] | null;
    };

/** Decides, and reads the tier and the second person from the policy (conversation.md, "Risk decides the gate"). */
export async function gateFor(desk: Desk, reading: Reading, asked: Asked): Promise<Gate> {
  const { command, presentation, requester } = asked;
  const { subscription } = reading;
  const decision = decisionOn(desk, reading, command);
  if (decision.outcome === 'refused') return { kind: 'refused', decision };
  const tier = tierOf(command, decision, subscription, presentation, desk.policy);
  const approvers = approversFor({ command: command.type, tier, decision, subscription }, desk.policy);
  if (approvers && !(await anybodyElse(desk, requester, approvers))) return { kind: 'no-approver', decision };
  return { kind: 'open', decision, tier, approvers };
}

/** F-98: nobody eligible is said at the sentence, not after the click. */
async function anybodyElse(desk: Desk, requester: Person, roles: readonly Role[]): Promise<boolean> {
  const people = await desk.directory.people();
  return people.some((person) => eligible(person, requester.id, roles));
}
