import { createConversation } from '../../../src/conversation/converse.ts';
import type { Conversation } from '../../../src/conversation/inbound.ts';
import type { Person } from '../../../src/domain/person.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policies/policy.ts';
import { PEOPLE, type TestDesk, testDesk } from '../desk.ts';
import { aBuyer, aStored } from '../operations.ts';
import { TENANT } from './identity.ts';

/** Account of a fixture's speaker, and a colleague's. */
export const MAJA = '00000000-0000-0000-0000-00000000a001';
export const ELSA = '00000000-0000-0000-0000-00000000a002';
export const GUS = '00000000-0000-0000-0000-00000000a003';

function linked(person: Person, name: string, user: string): Person {
  return { ...person, name, identities: [{ channel: 'teams', tenant: TENANT, user }] };
}

export const SPEAKERS = {
  maja: linked(PEOPLE.agent, 'Maja Lind', MAJA),
  elsa: linked(PEOPLE.boss, 'Elsa Berg', ELSA),
  gus: linked(PEOPLE.guest, 'Gus Guest', GUS),
} as const satisfies Readonly<Record<string, Person>>;

export interface TeamsDesk extends TestDesk {
  readonly conversation: Conversation;
  /** Of the one subscription with that reference. */
  statusOf(reference: string): Promise<string | undefined>;
}

/** A desk with people who have Teams accounts, and Contoso's Visio (S-1042) and E3 (S-1017), two days old. */
export async function teamsDesk(): Promise<TeamsDesk> {
  const contoso = aBuyer({ name: 'Contoso', domain: 'contoso.com' });
  const desk = await testDesk({
    policy: DEFAULT_POLICY,
    people: Object.values(SPEAKERS),
    customers: [contoso],
    subscriptions: [
      aStored({ unitPrice: '36.50' }),
      aStored({
        id: 'subscription-2',
        reference: 'S-1017',
        offerName: 'Microsoft 365 E3',
        unitPrice: '360.00',
        quantity: 25,
      }),
    ],
  });
  return {
    ...desk,
    conversation: createConversation(desk.desk),
    statusOf: async (reference) =>
      (await desk.desk.subscriptions.byReference(reference))?.subscription.status,
  };
}
