import type { Operation } from '../domain/operation/operation.ts';
import type { Person } from '../domain/person.ts';
import { eligible } from '../domain/policies/approval.ts';
import { mayGive } from '../domain/policies/roles.ts';
import type { Clicked } from './clicked.ts';
import type { WhoMay } from './outcomes.ts';

/** The requester for a confirmation, an eligible approver for an approval (conversation.md, "Who may click"). */
export function mayClick({ desk, actor, request, operation }: Clicked): boolean {
  const { person } = actor;
  if (request.action === 'approve' || request.action === 'decline') {
    return operation.state !== 'awaiting-confirmation' && isApprover(operation, person);
  }
  return person.id === operation.requester && mayGive(desk.policy, person, operation.command.type);
}

/** F-98: somebody else with one of the roles that the rule names. */
export function isApprover({ approvers, requester }: Operation, person: Person): boolean {
  return approvers !== null && eligible(person, requester, approvers);
}

/** Who may, for a private word to who may not. */
export function whoMay(operation: Operation, people: readonly Person[]): WhoMay {
  if (operation.state === 'awaiting-approval') {
    return { approvers: people.filter((person) => isApprover(operation, person)) };
  }
  const requester = people.find((person) => person.id === operation.requester);
  return requester ? { requester } : {};
}
