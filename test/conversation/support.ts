import { createConversation, type DeskConversation } from '../../src/conversation/converse.ts';
import type { Input, Reply } from '../../src/conversation/inbound.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Customer, Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { ViewKind, ViewOf } from '../../src/views/view.ts';
import { PEOPLE, type Seed, type TestDesk, testDesk } from '../support/desk.ts';
import { aStored } from '../support/operations.ts';

export function customer(id: string, name: string, domain: string): Customer {
  return {
    id,
    name,
    domain,
    country: 'SE',
    segment: 'commercial',
    accountOpenedAt: null,
    firstBillingPeriodStart: null,
  };
}

export const CONTOSO = customer('c-1', 'Contoso', 'contoso.com');
export const RETAIL = customer('c-2', 'Contoso Retail', 'contoso-retail.com');
export const FABRIKAM = customer('c-3', 'Fabrikam', 'fabrikam.com');
export const LITWARE = customer('c-4', 'Litware', 'litware.com');
export const SODRA = customer('c-5', 'Södra Skogsbruk', 'sodraskogsbruk.se');

export function owned(
  by: Customer,
  reference: string,
  offerName: string,
  fields: Partial<Subscription> = {},
): Subscription {
  return aStored({
    id: `id-${reference}`,
    reference,
    customerId: by.id,
    offerName,
    unitPrice: '36.50',
    ...fields,
  });
}

/** An nce subscription whose 30 days are over. */
export const OLD: Partial<Subscription> = {
  orderPlacedAt: '2021-03-01T00:00:00.000Z',
  effectiveStartDate: '2021-03-01T00:00:00.000Z',
  commitmentEndDate: '2022-03-01T00:00:00.000Z',
};

export const SUBSCRIPTIONS: readonly Subscription[] = [
  owned(CONTOSO, 'S-1017', 'Microsoft 365 E3', OLD),
  owned(CONTOSO, 'S-1042', 'Visio Plan 2'),
  owned(RETAIL, 'S-1021', 'Microsoft 365 E3', OLD),
  owned(FABRIKAM, 'S-1051', 'Power BI Pro', {
    ...OLD,
    commitmentEndDate: '2021-09-20T00:00:00.000Z',
    termDuration: 'P1M',
  }),
  owned(FABRIKAM, 'S-1052', 'Microsoft 365 Business Premium'),
  owned(LITWARE, 'S-1060', 'Microsoft 365 E5'),
  owned(SODRA, 'S-1070', 'Visio Plan 2'),
  owned(LITWARE, 'S-1061', 'Project Plan 3', { status: 'deleted', autoRenewEnabled: false }),
];

/** A desk with a conversation, and short ways of speaking in it. */
export interface Talking extends TestDesk {
  readonly conversation: DeskConversation;
  say(text: string, person?: Person, more?: Partial<Extract<Input, { kind: 'sentence' }>>): Promise<Reply>;
  click(
    action: string,
    on: string,
    inputs?: Readonly<Record<string, string>>,
    person?: Person,
  ): Promise<Reply>;
  /** Says or clicks in the second process. */
  readonly other: Pick<Talking, 'say' | 'click'>;
}

export async function talking(seed: Seed = {}): Promise<Talking> {
  const made = await testDesk({
    customers: [CONTOSO, RETAIL, FABRIKAM, LITWARE, SODRA],
    subscriptions: SUBSCRIPTIONS,
    ...seed,
  });
  const conversation = createConversation(made.desk);
  return {
    ...made,
    conversation,
    ...speech(made.desk, conversation),
    other: speech(made.twin, createConversation(made.twin)),
  };
}

function speech(desk: Desk, conversation: DeskConversation): Pick<Talking, 'say' | 'click'> {
  async function send(person: Person, input: Input): Promise<Reply> {
    const received = await conversation.receive({
      event: desk.ids.unique(),
      from: { channel: 'console', person: person.id },
      place: { channel: 'console', workspace: '', conversation: 'c-1', message: '', extra: {} },
      personal: false,
      locale: null,
      timeZone: null,
      sentAt: desk.machine.now(),
      input,
    });
    if (received === 'duplicate') throw new Error('duplicate');
    return received.answer();
  }
  return {
    say: (text, person = PEOPLE.agent, more = {}) => send(person, { kind: 'sentence', text, ...more }),
    click: (action, on, inputs = {}, person = PEOPLE.agent) =>
      send(person, { kind: 'click', action, on, inputs }),
  };
}

/** The view, which must be of that kind. */
export function viewOf<K extends ViewKind>(reply: Reply, kind: K): ViewOf<K> {
  if (reply.view.view !== kind)
    throw new Error(`${reply.view.view} instead of ${kind}: ${JSON.stringify(reply.view).slice(0, 400)}`);
  return reply.view as ViewOf<K>;
}

export function actionIds({ view }: Reply): readonly string[] {
  return view.actions.map(({ id }) => id);
}
