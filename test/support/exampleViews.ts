import type { Reader, View } from '../../src/views/view.ts';
import { CHANGE_FORMS, CHANGE_PROMPTS, CHANGE_RECEIPTS, CHANGE_REFUSALS } from './exampleChanges.ts';
import {
  acme,
  action,
  audio,
  contoso,
  done,
  e3,
  erik,
  fabrikam,
  maja,
  metered,
  NOW,
  noor,
  operation,
  PEOPLE,
  prompts,
  REASON,
  REASON_TEXT,
  reader,
  refused,
  snapshotOf,
  subscription,
  TYPED,
  tailspin,
  visio,
} from './exampleDesk.ts';
import { LISTS } from './exampleLists.ts';

/** A view as somebody sees it; the first of each kind is written to cards/<view>/example.json. */
export interface Example {
  readonly name: string;
  readonly view: View;
  readonly reader: Reader;
}

const ofVisio = snapshotOf(visio, contoso);
const ofE3 = snapshotOf(e3, contoso);
const ofAcme = snapshotOf(acme, fabrikam);
const CANCEL = { type: 'cancel' } as const;
const PAUSE = { type: 'pause', reason: 'non-payment' } as const;
const full = [REASON, REASON_TEXT, TYPED];
const common = { people: PEOPLE, approvers: [] };
const THREE = ['auto-renew-off', 'pause', 'schedule-fewer-licences'] as const;

const cancelNow = operation({ reference: 'OP-7F3K', snapshot: ofVisio, command: CANCEL, tier: 4 });
const atRenewal = operation({ reference: 'OP-4M2Q', snapshot: ofAcme, command: CANCEL, tier: 3 });
const paused = operation({ reference: 'OP-9K2D', snapshot: ofE3, command: PAUSE, tier: 3 });
const e3Paused = {
  ...e3,
  status: 'suspended',
  suspensionKind: 'paused',
  autoRenewEnabled: false,
  scheduledNextTermInstructions: null,
} as const;
const resumedAt = '2021-09-10T08:31:00.000Z';
const resume = operation({
  reference: 'OP-2N7W',
  snapshot: snapshotOf(e3Paused, contoso),
  command: { type: 'resume' },
  tier: 1,
  at: resumedAt,
});
const legacy = subscription({
  id: 'sub-1009',
  reference: 'S-1009',
  offerName: 'Office 365 E3',
  productClass: 'legacy',
  quantity: 40,
  commitmentEndDate: '2021-12-01T00:00:00.000Z',
});
const suspend = operation({
  reference: 'OP-3S8V',
  snapshot: snapshotOf(legacy, contoso),
  command: { type: 'suspend', reason: 'fraud' },
  tier: 3,
});
const legacyOff = {
  ...legacy,
  status: 'suspended',
  suspendedAt: '2021-08-01T00:00:00.000Z',
  dataDeletionAt: '2021-10-30T00:00:00.000Z',
} as const;
const reactivate = operation({
  reference: 'OP-6R1A',
  snapshot: snapshotOf(legacyOff, contoso),
  command: { type: 'reactivate' },
  tier: 2,
});
const renewOff = operation({
  reference: 'OP-5T4F',
  snapshot: ofE3,
  command: { type: 'set-auto-renew', enabled: false },
  tier: 2,
});
const renewOn = operation({
  reference: 'OP-8N2C',
  snapshot: snapshotOf({ ...e3, autoRenewEnabled: false, scheduledNextTermInstructions: null }, contoso),
  command: { type: 'set-auto-renew', enabled: true },
  tier: 1,
});

const twelve = snapshotOf({ ...visio, quantity: 12 }, contoso);
const changedAt = '2021-09-03T12:06:00.000Z';
const terms = operation({
  reference: 'OP-8W4N',
  snapshot: twelve,
  command: { ...CANCEL, reason: 'customer-request' },
  tier: 4,
  at: changedAt,
});

const big = subscription({
  id: 'sub-1066',
  reference: 'S-1066',
  customerId: tailspin.id,
  offerName: 'Microsoft 365 E3',
  quantity: 200,
  unitPrice: '432.00',
  orderPlacedAt: '2021-08-30T00:00:00.000Z',
  effectiveStartDate: '2021-08-30T00:00:00.000Z',
  commitmentEndDate: '2022-08-30T00:00:00.000Z',
});
const ofBig = snapshotOf(big, tailspin, [audio]);
const askedAt = '2021-09-03T12:02:00.000Z';
const approval = operation(
  {
    reference: 'OP-5R9J',
    snapshot: ofBig,
    command: { ...CANCEL, reason: 'customer-request', reasonText: 'moved to another partner' },
    tier: 4,
    at: askedAt,
  },
  {
    state: 'awaiting-approval',
    approvers: ['admin-agent', 'billing-admin'],
    expiresAt: '2021-09-04T00:00:00.000Z',
    steps: [
      { what: 'proposed', person: maja.id, at: NOW },
      { what: 'confirmed', person: maja.id, at: askedAt },
    ],
  },
);

const old = subscription({
  id: 'sub-1033',
  reference: 'S-1033',
  customerId: tailspin.id,
  offerName: 'Microsoft 365 E3',
  quantity: 40,
  unitPrice: '36.00',
  billingCycle: 'monthly',
  orderPlacedAt: '2021-07-01T00:00:00.000Z',
  effectiveStartDate: '2021-07-01T00:00:00.000Z',
  commitmentEndDate: '2022-07-01T00:00:00.000Z',
});
const ofOld = snapshotOf(old, tailspin);

const at1421 = '2021-09-03T12:21:00.000Z';
const keptStep = { what: 'withdrawn', person: maja.id, at: '2021-09-03T12:04:00.000Z' } as const;

const PROMPTS: readonly Example[] = [
  mine('cancel-nce', {
    view: 'confirm',
    command: 'cancel',
    operation: cancelNow,
    ...common,
    actions: prompts(full, ...THREE),
  }),
  mine('cancel-at-renewal', {
    view: 'confirm',
    command: 'cancel',
    operation: atRenewal,
    ...common,
    actions: prompts([REASON, REASON_TEXT], 'set-quantity'),
  }),
  mine('pause', {
    view: 'confirm',
    command: 'pause',
    operation: paused,
    ...common,
    actions: prompts([{ ...REASON, value: 'non-payment' }, REASON_TEXT]),
  }),
  mine(
    'cancel-first-day',
    {
      view: 'confirm',
      command: 'cancel',
      operation: operation({
        reference: 'OP-1D4Y',
        snapshot: ofVisio,
        command: CANCEL,
        tier: 4,
        at: '2021-09-01T20:48:00.000Z',
      }),
      ...common,
      actions: prompts(full, ...THREE),
    },
    '2021-09-01T20:48:00.000Z',
  ),
  mine(
    'cancel-isv-credit',
    {
      view: 'confirm',
      command: 'cancel',
      operation: operation({
        reference: 'OP-6C2R',
        snapshot: ofAcme,
        command: CANCEL,
        tier: 3,
        at: '2021-09-02T09:50:00.000Z',
      }),
      ...common,
      actions: prompts([REASON, REASON_TEXT]),
    },
    '2021-09-02T09:50:00.000Z',
  ),
  mine('cancel-wrong-input', {
    view: 'confirm',
    command: 'cancel',
    operation: cancelNow,
    ...common,
    actions: prompts(full),
    errors: [
      { input: 'reason', code: 'required' },
      { input: 'typedCustomer', code: 'wrong' },
    ],
  }),
  mine(
    'resume',
    { view: 'confirm', command: 'resume', operation: resume, ...common, actions: prompts([]) },
    resumedAt,
  ),
  mine('suspend', {
    view: 'confirm',
    command: 'suspend',
    operation: suspend,
    ...common,
    actions: prompts([{ ...REASON, value: 'fraud' }, REASON_TEXT]),
  }),
  mine('reactivate', {
    view: 'confirm',
    command: 'reactivate',
    operation: reactivate,
    ...common,
    actions: prompts([]),
  }),
  mine('auto-renew-off', {
    view: 'confirm',
    command: 'set-auto-renew',
    operation: renewOff,
    ...common,
    actions: prompts([]),
  }),
  mine('auto-renew-on', {
    view: 'confirm',
    command: 'set-auto-renew',
    operation: renewOn,
    ...common,
    actions: prompts([]),
  }),
  ...CHANGE_PROMPTS,
  mine(
    'terms-changed',
    {
      view: 'terms-changed',
      command: 'cancel',
      operation: terms,
      previous: cancelNow,
      changedBy: [
        {
          id: 'sub-1042/7',
          at: '2021-09-03T12:05:00.000Z',
          what: 'executed',
          command: 'set-quantity',
          person: 'agent-4',
          rules: ['Q-1'],
          before: { quantity: 10 },
          after: { quantity: 12 },
        },
      ],
      ...common,
      actions: prompts([TYPED]),
    },
    changedAt,
  ),
  mine('preview', {
    view: 'preview',
    command: 'cancel',
    snapshot: ofVisio,
    decision: cancelNow.decision,
    presentation: 'plain',
    actions: [],
  }),
  seen(
    'approval',
    erik,
    {
      view: 'approval',
      command: 'cancel',
      operation: approval,
      people: PEOPLE,
      approvers: [erik, noor],
      actions: [action('approve'), action('decline', [{ id: 'comment', required: true }])],
    },
    askedAt,
  ),
];

const STATES: readonly Example[] = [
  seen('waiting', null, {
    view: 'operation',
    command: 'cancel',
    operation: cancelNow,
    ...common,
    actions: [],
  }),
  mine(
    'awaiting-approval',
    {
      view: 'operation',
      command: 'cancel',
      operation: approval,
      people: PEOPLE,
      approvers: [erik, noor],
      actions: [action('withdraw')],
    },
    askedAt,
  ),
  mine('running', {
    view: 'operation',
    command: 'cancel',
    operation: { ...cancelNow, state: 'running', at: askedAt },
    ...common,
    actions: [],
  }),
  mine('unknown', {
    view: 'operation',
    command: 'cancel',
    operation: { ...cancelNow, state: 'unknown', at: askedAt },
    ...common,
    actions: [],
  }),
  mine('declined', {
    view: 'operation',
    command: 'cancel',
    operation: {
      ...approval,
      state: 'declined',
      steps: [
        ...approval.steps,
        { what: 'declined', person: erik.id, at: '2021-09-03T12:20:00.000Z', comment: 'the customer stays' },
      ],
    },
    people: PEOPLE,
    approvers: [],
    actions: [],
  }),
  mine('withdrawn-replaced', {
    view: 'operation',
    command: 'cancel',
    operation: {
      ...cancelNow,
      state: 'withdrawn',
      because: 'replaced',
      replacedBy: 'OP-8K2P',
      steps: [...cancelNow.steps, keptStep],
    },
    ...common,
    actions: [],
  }),
  mine('kept', {
    view: 'nothing-changed',
    because: 'kept',
    suggestions: [],
    operation: { ...cancelNow, state: 'withdrawn', because: 'kept', steps: [...cancelNow.steps, keptStep] },
    people: PEOPLE,
    actions: [],
  }),
  mine('withdrawn', {
    view: 'nothing-changed',
    because: 'withdrawn',
    suggestions: [],
    operation: {
      ...approval,
      state: 'withdrawn',
      because: 'withdrawn',
      steps: [...approval.steps, keptStep],
    },
    people: PEOPLE,
    actions: [],
  }),
  mine('failed', {
    view: 'failure',
    why: 'outage',
    correlation: 'c-41f2',
    operation: {
      ...cancelNow,
      state: 'failed',
      result: { outcome: 'failed', at: askedAt, why: 'terms-changed' },
    },
    on: 'OP-7F3K',
    actions: [action('prepare-again')],
  }),
  mine(
    'expired',
    {
      view: 'expired',
      command: 'cancel',
      operation: { ...cancelNow, state: 'expired' },
      ...common,
      actions: [action('prepare-again')],
    },
    at1421,
  ),
  mine('already-decided', {
    view: 'already-decided',
    command: 'cancel',
    operation: done(cancelNow, '2021-09-03T12:03:00.000Z'),
    ...common,
    actions: [],
  }),
  mine('receipt-pause', {
    view: 'receipt',
    command: 'pause',
    operation: done(paused, '2021-09-03T12:06:00.000Z'),
    ...common,
    actions: [action('resume'), action('history')],
  }),
  mine(
    'receipt-resume',
    {
      view: 'receipt',
      command: 'resume',
      operation: done(resume, resumedAt),
      ...common,
      actions: [action('auto-renew-on'), action('history')],
    },
    resumedAt,
  ),
  mine('receipt-cancel', {
    view: 'receipt',
    command: 'cancel',
    operation: {
      ...done(approval, '2021-09-03T12:30:00.000Z'),
      steps: [...approval.steps, { what: 'approved', person: erik.id, at: '2021-09-03T12:30:00.000Z' }],
    },
    people: PEOPLE,
    approvers: [],
    actions: [action('history')],
  }),
  mine('receipt-at-renewal', {
    view: 'receipt',
    command: 'cancel',
    operation: done(atRenewal, '2021-09-03T12:04:00.000Z'),
    ...common,
    actions: [action('auto-renew-on'), action('history')],
  }),
  mine('receipt-suspend', {
    view: 'receipt',
    command: 'suspend',
    operation: done(suspend, '2021-09-03T12:04:00.000Z'),
    ...common,
    actions: [action('reactivate'), action('history')],
  }),
  ...CHANGE_RECEIPTS,
];

const REFUSALS: readonly Example[] = [
  mine('refused-cancel', {
    view: 'refused',
    command: 'cancel',
    snapshot: ofOld,
    presentation: 'plain',
    decision: refused(ofOld, CANCEL),
    code: 'cancel-window-closed',
    on: 'draft-1',
    actions: ['auto-renew-off', 'schedule-fewer-licences', 'pause'].map((id) => action(id)),
  }),
  mine('refused-suspend', {
    view: 'refused',
    command: 'suspend',
    snapshot: ofE3,
    presentation: 'plain',
    decision: refused(ofE3, { type: 'suspend', reason: 'fraud' }),
    code: 'service-request-needed',
    on: 'draft-2',
    actions: [action('pause')],
  }),
  mine('refused-metered', {
    view: 'refused',
    command: 'cancel',
    snapshot: snapshotOf(metered, fabrikam),
    presentation: 'plain',
    decision: refused(snapshotOf(metered, fabrikam), CANCEL),
    code: 'not-for-class',
    on: 'draft-3',
    actions: [action('deprovision')],
  }),
  ...CHANGE_REFUSALS,
  mine('refused-no-approver', {
    view: 'refused',
    command: 'cancel',
    snapshot: ofBig,
    presentation: 'plain',
    decision: null,
    code: 'no-approver',
    actions: [],
  }),
  seen('conflict', noor, {
    view: 'conflict',
    command: 'pause',
    code: 'operation-open',
    snapshot: ofVisio,
    operation: cancelNow,
    people: PEOPLE,
    actions: [],
  }),
  seen('not-allowed-not-yours', noor, {
    view: 'not-allowed',
    why: 'not-yours',
    mayClick: [maja],
    actions: [],
  }),
  seen('not-allowed-no-role', null, { view: 'not-allowed', why: 'no-role', mayClick: [], actions: [] }),
];

export const EXAMPLES: readonly Example[] = [...PROMPTS, ...STATES, ...REFUSALS, ...LISTS, ...CHANGE_FORMS];

/** The first example of a kind: the one beside its template. */
export function exampleOf(view: View['view']): Example {
  const found = EXAMPLES.find((example) => example.view.view === view);
  if (!found) throw new Error(`no example of ${view}`);
  return found;
}

function mine(name: string, view: View, now = NOW): Example {
  return { name, view, reader: reader(maja, 'en', now) };
}

function seen(name: string, by: Reader['person'], view: View, now = NOW): Example {
  return { name, view, reader: reader(by, 'en', now) };
}
