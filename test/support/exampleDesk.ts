import type { Operation, Presentation, Snapshot, Tier } from '../../src/domain/operation/operation.ts';
import type { Person, Role } from '../../src/domain/person.ts';
import type { LifecycleCommand } from '../../src/domain/subscription/command.ts';
import { type DecideInput, decide } from '../../src/domain/subscription/decide.ts';
import type { Accepted, Decision, Refused } from '../../src/domain/subscription/decision.ts';
import type {
  Customer,
  ScheduledChange,
  SkuFacts,
  Subscription,
} from '../../src/domain/subscription/subscription.ts';
import type { ActionSpec, InputSpec, Reader } from '../../src/views/view.ts';
import { aSubscription } from './builders.ts';

/** The clock of the design's mock-ups: 3 Sep 2021, 14:00 in Stockholm. */
export const NOW = '2021-09-03T12:00:00.000Z';

export const maja = person('agent-1', 'Maja Lind', ['support-agent']);
export const erik = person('agent-2', 'Erik Sandberg', ['admin-agent']);
export const noor = person('agent-3', 'Noor Haddad', ['billing-admin']);
export const sam = person('agent-4', 'Sam Carter', ['sales-agent']);
export const PEOPLE = { 'agent-1': maja, 'agent-2': erik, 'agent-3': noor, 'agent-4': sam };

export const contoso = customer('customer-1', 'Contoso', 'contoso.com');
export const fabrikam = customer('customer-2', 'Fabrikam', 'fabrikam.com');
export const tailspin = customer('customer-3', 'Tailspin Toys', 'tailspintoys.com');

export const visio = subscription({});
export const e3 = subscription({
  id: 'sub-1017',
  reference: 'S-1017',
  offerName: 'Microsoft 365 E3',
  quantity: 25,
  unitPrice: '36.00',
  billingCycle: 'monthly',
  orderPlacedAt: '2021-03-01T00:00:00.000Z',
  effectiveStartDate: '2021-03-01T00:00:00.000Z',
  commitmentEndDate: '2022-03-01T00:00:00.000Z',
  scheduledNextTermInstructions: fewer(20),
});
export const acme = subscription({
  id: 'sub-1058',
  reference: 'S-1058',
  customerId: fabrikam.id,
  offerName: 'Acme Insights',
  publisherName: 'Acme',
  productClass: 'isv-license',
  quantity: 5,
  unitPrice: '12.00',
  termDuration: 'P1M',
  billingCycle: 'monthly',
  orderPlacedAt: '2021-09-01T10:00:00.000Z',
  effectiveStartDate: '2021-09-01T10:00:00.000Z',
  commitmentEndDate: '2021-10-01T10:00:00.000Z',
});
export const metered = subscription({
  id: 'sub-1071',
  reference: 'S-1071',
  customerId: fabrikam.id,
  offerName: 'Acme Telemetry',
  publisherName: 'Acme',
  productClass: 'isv-metered',
  billingType: 'usage',
  quantity: null,
  unitPrice: '0.00',
  termDuration: 'P1M',
  billingCycle: 'monthly',
  commitmentEndDate: '2021-10-01T00:00:00.000Z',
});
export const audio = subscription({
  id: 'sub-1067',
  reference: 'S-1067',
  offerName: 'Audio Conferencing',
  quantity: 50,
  unitPrice: '4.00',
  parentSubscriptionId: 'sub-1066',
});

export function fewer(quantity: number): ScheduledChange {
  const product = {
    productId: 'CFQ7TTC0LF8Q',
    skuId: '0001',
    termDuration: 'P1Y',
    billingCycle: 'monthly',
  } as const;
  return { product, quantity };
}

export function subscription(fields: Partial<Subscription>): Subscription {
  return aSubscription({ id: 'sub-1042', customerId: contoso.id, productId: 'CFQ7TTC0LF8Q', ...fields });
}

export function snapshotOf(
  subject: Subscription,
  of: Customer,
  addOns: readonly Subscription[] = [],
): Snapshot {
  return { subscription: subject, customer: of, addOns, base: null };
}

export const [E3, E5, SMALLER] = ['CFQ7TTC0LFLX', 'CFQ7TTC0LFLZ', 'CFQ7TTC0LCHC'] as const;
/** E3 may be upgraded to E5. */
const SKUS: Readonly<Record<string, SkuFacts>> = {
  [E3]: { minimumQuantity: 1, maximumQuantity: 300, upgradeTargets: [`${E5}:0001`] },
};

/** What the lifecycle rules say about it now. */
export function decided(snapshot: Snapshot, command: LifecycleCommand, now = NOW): Decision {
  const { subscription: subject, customer: of, addOns, target = null } = snapshot;
  const input = {
    subscription: subject,
    customer: of,
    addOns,
    target,
    sku: SKUS[subject.productId],
    base: null,
    partner: null,
    command,
    now,
    rulebook: '2021-08',
  };
  return decide(input as DecideInput);
}

export function accepted(snapshot: Snapshot, command: LifecycleCommand, now = NOW): Accepted {
  const decision = decided(snapshot, command, now);
  if (decision.outcome !== 'accepted') throw new Error(`refused: ${decision.code}`);
  return decision;
}

export function refused(snapshot: Snapshot, command: LifecycleCommand, now = NOW): Refused {
  const decision = decided(snapshot, command, now);
  if (decision.outcome !== 'refused') throw new Error('accepted');
  return decision;
}

export interface Asked {
  readonly reference: string;
  readonly snapshot: Snapshot;
  readonly command: LifecycleCommand;
  readonly tier: Tier;
  readonly presentation?: Presentation;
  readonly decision?: Accepted;
  readonly at?: string;
}

/** A prompt that waits for Maja, made at the mock-ups' clock. */
export function operation(asked: Asked, fields: Partial<Operation> = {}): Operation {
  const at = asked.at ?? NOW;
  return {
    reference: asked.reference,
    state: 'awaiting-confirmation',
    rev: 1,
    requester: maja.id,
    subjects: [asked.snapshot.subscription.id],
    command: asked.command,
    presentation: asked.presentation ?? 'plain',
    tier: asked.tier,
    approvers: null,
    decision: asked.decision ?? accepted(asked.snapshot, asked.command, at),
    snapshot: asked.snapshot,
    language: 'en',
    place: { channel: 'teams', workspace: 'tenant', conversation: 'channel', message: '', extra: {} },
    createdAt: at,
    expiresAt: new Date(Date.parse(at) + 15 * 60_000).toISOString(),
    attempt: null,
    at: null,
    lease: null,
    plan: null,
    requestId: null,
    steps: [{ what: 'proposed', person: maja.id, at }],
    result: null,
    because: null,
    replacedBy: null,
    replaces: null,
    ...fields,
  };
}

export function done(waiting: Operation, at: string): Operation {
  const steps = [...waiting.steps, { what: 'confirmed' as const, person: waiting.requester, at }];
  return {
    ...waiting,
    state: 'done',
    at,
    steps,
    result: { outcome: 'done', at, decision: waiting.decision },
  };
}

export function reader(of: Person | null, language: Reader['language'] = 'en', now = NOW): Reader {
  return { language, timeZone: 'Europe/Stockholm', now, person: of };
}

export const REASON: InputSpec = {
  id: 'reason',
  required: true,
  choices: ['customer-request', 'non-payment', 'fraud', 'other'],
};
export const REASON_TEXT: InputSpec = { id: 'reasonText', required: false };
export const TYPED: InputSpec = { id: 'typedCustomer', required: true };

export function action(id: string, inputs: readonly InputSpec[] = []): ActionSpec {
  return { id, inputs };
}

export function prompts(
  inputs: readonly InputSpec[],
  ...alternatives: readonly string[]
): readonly ActionSpec[] {
  return [action('confirm', inputs), action('keep'), ...alternatives.map((id) => action(id))];
}

function person(id: string, name: string, roles: readonly Role[]): Person {
  return { id, name, roles, language: 'en', timeZone: 'Europe/Stockholm', identities: [] };
}

function customer(id: string, name: string, domain: string): Customer {
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
