import type { Reply } from '../../src/conversation/inbound.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import type { Person } from '../../src/domain/person.ts';
import type { View } from '../../src/views/view.ts';
import { anOperation } from './operations.ts';

export const MAJA: Person = {
  id: 'agent-1',
  name: 'Maja Lind',
  roles: ['support-agent'],
  language: 'en',
  timeZone: 'Europe/Stockholm',
  identities: [],
};

const READER = {
  language: 'en',
  timeZone: 'Europe/Stockholm',
  now: '2021-09-03T12:00:00.000Z',
  person: MAJA,
} as const;

export function aReply(view: View, fields: Partial<Reply> = {}): Reply {
  return { view, reader: READER, correlation: 'turn-1', audience: 'everyone', replaces: false, ...fields };
}

type OfOperation = {
  readonly operation: Operation;
  readonly people: Readonly<Record<string, Person>>;
  readonly approvers: readonly Person[];
};

function about(fields: Partial<Operation>): OfOperation {
  return { operation: anOperation(fields), people: { 'agent-1': MAJA }, approvers: [] };
}

const CONFIRM_ACTIONS = [
  {
    id: 'confirm',
    inputs: [
      { id: 'reason', required: true, choices: ['customer-request', 'non-payment', 'fraud', 'other'] },
      { id: 'reasonText', required: false },
      { id: 'typedCustomer', required: true },
    ],
  },
  { id: 'keep', inputs: [] },
];

/** A cancellation's prompt with its three inputs. */
export function confirmView(fields: Partial<Operation> = {}): View {
  const of = about(fields);
  return { view: 'confirm', on: of.operation.reference, command: 'cancel', actions: CONFIRM_ACTIONS, ...of };
}

export function wrongView(): View {
  const errors = [{ input: 'typedCustomer', code: 'wrong' }] as const;
  return { ...(confirmView() as View & { view: 'confirm' }), errors };
}

export function termsChangedView(): View {
  const of = about({ reference: 'OP-NEW2', replaces: 'OP-7F3K' });
  const previous = anOperation({ state: 'withdrawn', because: 'terms-changed', replacedBy: 'OP-NEW2' });
  return {
    view: 'terms-changed',
    on: 'OP-NEW2',
    command: 'cancel',
    actions: CONFIRM_ACTIONS,
    previous,
    changedBy: [],
    ...of,
  };
}

/** How it looks to everybody once it was kept. */
export function keptView(): View {
  const steps = [{ what: 'withdrawn', person: 'agent-1', at: '2021-09-03T12:01:00.000Z' }] as const;
  const of = about({ state: 'withdrawn', rev: 2, because: 'kept', steps });
  return { view: 'operation', actions: [], command: 'cancel', ...of };
}

export function notYours(): Reply {
  const view: View = { view: 'not-allowed', mayClick: [MAJA], why: 'not-yours', actions: [] };
  return aReply(view, { audience: 'person' });
}

export function whoAmI(): Reply {
  return aReply({ view: 'who-am-i', person: MAJA, identity: 'slack/T/U', actions: [] });
}
