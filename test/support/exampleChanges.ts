import type { Snapshot } from '../../src/domain/operation/operation.ts';
import type { LifecycleCommand } from '../../src/domain/subscription/command.ts';
import type { InputSpec, View } from '../../src/views/view.ts';
import {
  acme,
  action,
  e3 as aged,
  audio,
  contoso,
  decided,
  done,
  E3,
  E5,
  fabrikam,
  fewer,
  maja,
  metered,
  NOW,
  operation,
  PEOPLE,
  prompts,
  REASON,
  REASON_TEXT,
  reader,
  refused,
  SMALLER,
  snapshotOf,
  TYPED,
} from './exampleDesk.ts';
import type { Example } from './exampleViews.ts';

const common = { people: PEOPLE, approvers: [] };
const later = '2021-09-03T12:03:00.000Z';
const E5_ID = `${E5}:0001`;
const SMALLER_ID = `${SMALLER}:0001`;
const skus = [
  { productId: E5, skuId: '0001', offerName: 'Microsoft 365 E5', unitPrice: '57.00' },
  { productId: SMALLER, skuId: '0001', offerName: 'Microsoft 365 Business Premium', unitPrice: '22.00' },
  { productId: E3, skuId: '0001', offerName: 'Microsoft 365 E3', unitPrice: null },
];

function scheduledAt(productId: string, quantity: number) {
  const { product } = fewer(quantity);
  return { product: { ...product, productId }, quantity };
}

const e3 = { ...aged, productId: E3, scheduledNextTermInstructions: null };
const e3Fewer = { ...e3, scheduledNextTermInstructions: scheduledAt(E3, 20) };
const e3Smaller = { ...e3, scheduledNextTermInstructions: scheduledAt(SMALLER, 20) };
const e5 = {
  ...e3,
  id: 'sub-1077',
  reference: 'S-1077',
  offerName: 'Microsoft 365 E5',
  productId: E5,
  quantity: 3,
  unitPrice: '57.00',
  scheduledNextTermInstructions: scheduledAt(E5, 2),
};
const meetings = { ...audio, id: 'sub-1067', parentSubscriptionId: e3.id };

const ofE3 = { ...snapshotOf(e3, contoso), skus };
const ofFewer = { ...snapshotOf(e3Fewer, contoso), skus };
const ofSmaller = { ...snapshotOf(e3Smaller, contoso), skus };
const intoE5 = { ...snapshotOf(e3Fewer, contoso, [meetings]), skus, target: e5 };
const ofAcme = snapshotOf(acme, fabrikam);
const ofMetered = snapshotOf(metered, fabrikam);

const UP = { type: 'upgrade', sku: E5_ID } as const;
const INTO = { ...UP, target: e5.id } as const;

interface Change {
  readonly name: string;
  readonly of: Snapshot;
  readonly command: LifecycleCommand;
  readonly inputs?: readonly InputSpec[];
  /** What the receipt offers besides. */
  readonly then?: readonly string[];
}

const CHANGES: readonly Change[] = [
  {
    name: 'more-licences',
    of: ofFewer,
    command: { type: 'set-quantity', quantity: 30 },
    then: ['schedule-change'],
  },
  {
    name: 'fewer-licences',
    of: ofAcme,
    command: { type: 'set-quantity', quantity: 3 },
    inputs: [REASON, REASON_TEXT],
  },
  {
    name: 'schedule-change',
    of: ofE3,
    command: { type: 'schedule-change', quantity: 20 },
    then: ['remove-scheduled-change'],
  },
  {
    name: 'schedule-terms',
    of: ofFewer,
    command: { type: 'schedule-change', quantity: 10, termDuration: 'P3Y', billingCycle: 'annual' },
    then: ['remove-scheduled-change'],
  },
  {
    name: 'schedule-product',
    of: ofE3,
    command: { type: 'schedule-change', sku: SMALLER_ID },
    then: ['remove-scheduled-change'],
  },
  {
    name: 'remove-scheduled-change',
    of: ofSmaller,
    command: { type: 'remove-scheduled-change' },
    then: ['schedule-change'],
  },
  { name: 'upgrade-part', of: ofE3, command: { ...UP, quantity: 10, timing: 'now' } },
  { name: 'upgrade-all', of: ofFewer, command: { ...UP, timing: 'now' } },
  { name: 'upgrade-into', of: intoE5, command: { ...INTO, quantity: 10, timing: 'now' } },
  { name: 'upgrade-all-into', of: intoE5, command: { ...INTO, timing: 'now' } },
  {
    name: 'upgrade-at-renewal',
    of: ofE3,
    command: { ...UP, quantity: 10, timing: 'term-end' },
    then: ['remove-scheduled-change'],
  },
  {
    name: 'upgrade-into-at-renewal',
    of: { ...intoE5, subscription: e3 },
    command: { ...INTO, timing: 'term-end' },
    then: ['remove-scheduled-change'],
  },
  {
    name: 'deprovision',
    of: ofMetered,
    command: { type: 'deprovision' },
    inputs: [REASON, REASON_TEXT, TYPED],
  },
];

const waiting = CHANGES.map((change, index) => ({
  ...change,
  prompt: operation({
    reference: `OP-${(2000 + index).toString(36).toUpperCase()}C`,
    snapshot: change.of,
    command: change.command,
    tier: change.inputs ? 3 : 2,
  }),
}));

export const CHANGE_PROMPTS: readonly Example[] = waiting.map(({ name, prompt, inputs = [] }) =>
  mine(name, {
    view: 'confirm',
    command: prompt.command.type,
    operation: prompt,
    ...common,
    actions: prompts(inputs),
  }),
);

const on = operation({
  reference: 'OP-9P4B',
  snapshot: snapshotOf({ ...e3, autoRenewEnabled: false }, contoso),
  command: { type: 'set-auto-renew', enabled: true },
  tier: 1,
});

export const CHANGE_RECEIPTS: readonly Example[] = [
  ...waiting.map(({ name, prompt, then = [] }) =>
    mine(`receipt-${name}`, {
      view: 'receipt',
      command: prompt.command.type,
      operation: done(prompt, later),
      ...(name === 'upgrade-part' && { created: { ...e5, reference: 'S-1017-2' } }),
      ...common,
      actions: [...then, 'history'].map((id) => action(id)),
    }),
  ),
  mine('receipt-auto-renew-on', {
    view: 'receipt',
    command: 'set-auto-renew',
    operation: done(on, later),
    gone: { change: scheduledAt(E3, 20), skus },
    ...common,
    actions: ['schedule-change', 'history'].map((id) => action(id)),
  }),
];

export const CHANGE_REFUSALS: readonly Example[] = [
  refusal('refused-fewer', ofE3, { type: 'set-quantity', quantity: 15 }, 15),
  refusal('refused-quantity', ofE3, { type: 'set-quantity', quantity: 301 }),
  refusal('refused-sku', ofE3, { ...UP, sku: SMALLER_ID, timing: 'now' }),
  refusal('refused-target', ofE3, { ...UP, target: 'another customer’s', timing: 'now' }),
];

const PRODUCTS = {
  choices: ['0001', SMALLER_ID, E5_ID],
  titles: {
    '0001': 'Microsoft 365 E3',
    [SMALLER_ID]: 'Microsoft 365 Business Premium',
    [E5_ID]: 'Microsoft 365 E5',
  },
} as const;
const NUMBER = { id: 'quantity', number: { min: 1, max: 300 }, value: '25' } as const;
const SCHEDULE: readonly InputSpec[] = [
  { id: 'sku', required: false, ...PRODUCTS, value: '0001' },
  { ...NUMBER, required: false },
  { id: 'termDuration', required: false, choices: ['P1M', 'P1Y', 'P3Y'], value: 'P1Y' },
  { id: 'billingCycle', required: false, choices: ['monthly', 'annual', 'triennial'], value: 'monthly' },
];
const UPGRADE: readonly InputSpec[] = [
  { id: 'sku', required: true, choices: [E5_ID], titles: PRODUCTS.titles },
  { ...NUMBER, required: false, number: { min: 1, max: 25 } },
  {
    id: 'target',
    required: false,
    choices: ['new', 'S-1077'],
    titles: { 'S-1077': 'S-1077: 3 × Microsoft 365 E5' },
    value: 'new',
  },
  { id: 'timing', required: true, choices: ['now', 'term-end'] },
];

export const CHANGE_FORMS: readonly Example[] = [
  form('ask-schedule', 'schedule-change', SCHEDULE),
  form('ask-upgrade', 'upgrade', UPGRADE),
  mine('ask-wrong', {
    ...form('', 'schedule-change', SCHEDULE).view,
    errors: [{ input: 'quantity', code: 'wrong' }],
  } as View),
  mine('show-scheduled', {
    view: 'subscription',
    snapshot: ofSmaller,
    openOperation: null,
    cancel: decided(ofSmaller, { type: 'cancel' }),
    on: 'draft-31',
    actions: [
      'history',
      'set-quantity',
      'schedule-change',
      'remove-scheduled-change',
      'upgrade',
      'pause',
    ].map((id) => action(id)),
  }),
];

function form(name: string, command: string, inputs: readonly InputSpec[]): Example {
  return mine(name, {
    view: 'ask',
    purpose: command,
    command,
    missing: inputs.map(({ id }) => id),
    candidate: { subscription: e3, customer: contoso },
    on: 'draft-30',
    actions: [action('answer', inputs)],
  });
}

function refusal(name: string, of: Snapshot, command: LifecycleCommand, quantity?: number): Example {
  const decision = refused(of, command);
  return mine(name, {
    view: 'refused',
    command: command.type,
    snapshot: of,
    presentation: 'plain',
    decision,
    code: decision.code,
    on: 'draft-32',
    ...(quantity !== undefined && { quantity }),
    actions: decision.alternatives.map((id) => action(id)),
  });
}

function mine(name: string, view: View): Example {
  return { name, view, reader: reader(maja, 'en', NOW) };
}
