import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import type { View } from '../../src/views/view.ts';
import {
  acme,
  action,
  audio,
  contoso,
  decided,
  done,
  e3,
  erik,
  fabrikam,
  maja,
  noor,
  operation,
  PEOPLE,
  reader,
  snapshotOf,
  subscription,
  visio,
} from './exampleDesk.ts';
import type { Example } from './exampleViews.ts';

const small = subscription({
  id: 'sub-1021',
  reference: 'S-1021',
  offerName: 'Microsoft 365 E3',
  quantity: 5,
  unitPrice: '43.20',
  termDuration: 'P1M',
  billingCycle: 'monthly',
  commitmentEndDate: '2021-09-14T00:00:00.000Z',
});
const legacy = subscription({
  id: 'sub-1009',
  reference: 'S-1009',
  offerName: 'Office 365 E3',
  productClass: 'legacy',
  quantity: 40,
  unitPrice: '240.00',
  commitmentEndDate: '2021-12-01T00:00:00.000Z',
});
const CANDIDATES = [e3, small, legacy].map((each) => ({ subscription: each, customer: contoso }));
const cancelNow = operation({
  reference: 'OP-7F3K',
  snapshot: snapshotOf(visio, contoso),
  command: { type: 'cancel' },
  tier: 4,
});
const paused = operation({
  reference: 'OP-9K2D',
  snapshot: snapshotOf(e3, contoso),
  command: { type: 'pause', reason: 'non-payment' },
  tier: 3,
});
const addOn = { ...audio, id: 'sub-1019', reference: 'S-1019', quantity: 10, parentSubscriptionId: e3.id };
const withAddOn = snapshotOf(e3, contoso, [addOn]);

const ENTRIES = [
  ['find', 'look-up', 'find contoso', 'visa contoso'],
  ['show', 'look-up', 'show S-1017', 'visa S-1017'],
  ['renewals', 'look-up', 'what’s renewing this month', 'vad förnyas den här månaden'],
  ['preview', 'preview', 'preview cancel contoso visio', 'förhandsvisa säg upp contoso visio'],
  ['pause', 'access', 'pause contoso e3 for non-payment', 'pausa contoso e3'],
  ['resume', 'access', 'resume contoso e3', 'återuppta contoso e3'],
  ['cancel', 'end', 'cancel fabrikam acme insights', 'säg upp fabrikam acme insights'],
  ['auto-renew', 'end', 'turn off auto-renew for contoso e3', 'slå av automatisk förnyelse för contoso e3'],
  ['set-quantity', 'change', 'add 5 seats to contoso e3', 'lägg till 5 licenser på contoso e3'],
  [
    'schedule-change',
    'change',
    'at renewal set contoso e3 to 20 seats',
    'vid förnyelsen ändra contoso e3 till 20 licenser',
  ],
  ['my-requests', 'requests', 'my requests', 'mina begäranden'],
  ['approvals', 'requests', 'approvals', 'godkännanden'],
  ['history', 'requests', 'history S-1017', 'historik S-1017'],
] as const;

const entries = ENTRIES.map(([command, group, english]) => ({ command, group, examples: [english] }));

export const LISTS: readonly Example[] = [
  mine('choose', {
    view: 'choose',
    of: 'subscription',
    purpose: 'pause',
    words: 'contoso e3',
    why: 'several',
    candidates: CANDIDATES,
    customers: [],
    on: 'draft-4',
    actions: [
      ...CANDIDATES.map(({ subscription: { reference } }) => ({
        ...action(`choose-${reference}`),
        subscription: reference,
      })),
      action('search'),
    ],
  }),
  mine('choose-customer', {
    view: 'choose',
    of: 'customer',
    purpose: 'list',
    words: 'fabr',
    why: 'fuzzy',
    candidates: [],
    customers: [fabrikam],
    on: 'draft-5',
    actions: [{ ...action(`choose-${fabrikam.id}`), customer: fabrikam.id }],
  }),
  mine('ask', {
    view: 'ask',
    purpose: 'set-quantity',
    missing: ['quantity'],
    candidate: { subscription: e3, customer: contoso },
    on: 'draft-6',
    actions: [
      action('answer', [{ id: 'quantity', required: true, number: { min: 1, max: 300 }, value: '25' }]),
    ],
  }),
  mine('ask-term', {
    view: 'ask',
    purpose: 'schedule-change',
    missing: ['termDuration'],
    candidate: { subscription: e3, customer: contoso },
    on: 'draft-7',
    actions: [
      action('answer', [
        {
          id: 'termDuration',
          required: true,
          choices: ['P1M', 'P1Y', 'P3Y'],
          value: 'P1Y',
        },
      ]),
    ],
  }),
  mine('not-understood', {
    view: 'not-understood',
    because: 'unknown',
    words: 'do the thing with contoso',
    suggestions: ['show contoso', 'pause contoso e3'],
    candidates: [],
    actions: [],
  }),
  mine('not-found', {
    view: 'not-understood',
    because: 'not-found',
    words: 'contosso visoi',
    suggestions: [],
    candidates: [{ subscription: visio, customer: contoso }],
    on: 'draft-8',
    actions: [{ ...action('choose-S-1042'), subscription: 'S-1042' }],
  }),
  mine('nothing-changed', {
    view: 'nothing-changed',
    because: 'negation',
    suggestions: ['show S-1042'],
    actions: [],
  }),
  mine('list', {
    view: 'list',
    words: 'contoso',
    candidates: CANDIDATES,
    total: 15,
    on: 'draft-9',
    actions: [],
  }),
  mine('renewals', {
    view: 'renewals',
    words: '',
    candidates: [
      { subscription: small, customer: contoso },
      { subscription: acme, customer: fabrikam },
      { subscription: legacy, customer: contoso },
    ],
    total: 3,
    until: '2021-12-31T00:00:00.000Z',
    on: 'draft-18',
    actions: [shows(small), shows(acme), shows(legacy)],
  }),
  mine('show', {
    view: 'subscription',
    snapshot: withAddOn,
    openOperation: null,
    cancel: decided(withAddOn, { type: 'cancel' }),
    on: 'draft-10',
    actions: [action('set-quantity'), action('history'), action('auto-renew-off'), action('pause')],
  }),
  mine('history', {
    view: 'history',
    of: { subscription: e3, customer: contoso },
    words: 'S-1017',
    people: PEOPLE,
    actions: [],
    events: [
      {
        id: 'sub-1017/1',
        at: '2021-03-01T00:00:00.000Z',
        what: 'imported',
        rules: [],
        after: { status: 'active', quantity: 25 },
      },
      {
        id: 'OP-9K2D/1',
        at: '2021-09-03T12:00:00.000Z',
        what: 'proposed',
        command: 'pause',
        operation: 'OP-9K2D',
        person: maja.id,
        rules: ['P-1'],
        reason: 'non-payment',
      },
      {
        id: 'sub-1017/2',
        at: '2021-09-03T12:06:00.000Z',
        what: 'executed',
        command: 'pause',
        operation: 'OP-9K2D',
        person: maja.id,
        rules: ['P-1'],
        before: { status: 'active', suspensionKind: null, autoRenewEnabled: true },
        after: { status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false },
      },
    ],
  }),
  mine('my-requests', {
    view: 'my-requests',
    operations: [cancelNow, done(paused, '2021-09-03T12:06:00.000Z')],
    people: PEOPLE,
    actions: [],
  }),
  {
    name: 'approvals',
    view: {
      view: 'approvals',
      operations: [{ ...cancelNow, state: 'awaiting-approval', expiresAt: '2021-09-04T00:00:00.000Z' }],
      people: PEOPLE,
      on: 'draft-11',
      actions: [action('show-OP-7F3K')],
    },
    reader: reader(erik),
  },
  {
    name: 'approvals-none',
    view: { view: 'approvals', operations: [], people: PEOPLE, actions: [] },
    reader: reader(noor),
  },
  mine('who-am-i', { view: 'who-am-i', person: maja, identity: 'teams/tenant-1/29:maja', actions: [] }),
  {
    name: 'who-am-i-unknown',
    view: { view: 'who-am-i', person: null, identity: 'slack/T0001/U0042', actions: [] },
    reader: reader(null),
  },
  mine('welcome', { view: 'welcome', on: 'draft-12', actions: [action('help')] }),
  mine('help', {
    view: 'help',
    topic: null,
    entries,
    person: maja,
    on: 'draft-13',
    actions: [action('my-requests'), action('renewals')],
  }),
  mine('help-topic', {
    view: 'help',
    topic: 'pause',
    entries: entries.filter(({ command }) => command === 'pause'),
    person: maja,
    actions: [],
  }),
  mine('expired-draft', { view: 'expired-draft', actions: [] }),
  {
    name: 'announcement',
    view: {
      view: 'announcement',
      items: [
        { ...ending(e3, '2022-09-03'), what: 'renewal', at: '2021-09-03T00:00:00.000Z', happened: true },
        { ...ending({ ...visio, autoRenewEnabled: false }, '2021-09-04'), what: 'end-of-service' },
        { ...ending({ ...legacy, status: 'suspended' }, '2021-09-10'), what: 'data-deletion' },
        { ...ending({ ...acme, isTrial: true }, '2021-10-03'), customer: fabrikam, what: 'trial-conversion' },
      ],
      total: 5,
      on: 'draft-14',
      actions: [shows(e3), shows(visio), shows(legacy), shows(acme)],
    },
    reader: { ...reader(maja), person: null },
  },
  {
    name: 'announcement-one',
    view: {
      view: 'announcement',
      items: [{ ...ending(e3, '2021-09-10'), what: 'renewal' }],
      total: 1,
      on: 'draft-15',
      actions: [shows(e3)],
    },
    reader: { ...reader(maja), person: null },
  },
  mine('noted', {
    view: 'noted',
    asked: 'wish',
    changed: true,
    wishes: [
      { topic: 'renewals', customer: contoso },
      { topic: 'endings', customer: null },
      { topic: 'deletions', customer: null },
    ],
    daysBefore: [30, 7, 1],
    isTold: true,
    on: 'draft-16',
    actions: [action('renewals')],
  }),
  mine('noted-stopped', {
    view: 'noted',
    asked: 'unwish',
    changed: true,
    wishes: [],
    daysBefore: [30, 7, 1],
    isTold: true,
    on: 'draft-17',
    actions: [action('renewals')],
  }),
  mine('failure', { view: 'failure', why: 'outage', correlation: 'c-41f2', actions: [] }),
];

/** Contoso's, and what comes then. */
function ending(of: Subscription, date: string) {
  const at = `${date}T00:00:00.000Z`;
  const dataDeletionAt = of.status === 'suspended' ? at : null;
  const subscription = { ...of, commitmentEndDate: at, trialEndsAt: of.isTrial ? at : null, dataDeletionAt };
  return { subscription, customer: contoso, at, happened: false };
}

function shows({ reference }: Subscription) {
  return { ...action(`show-${reference}`), subscription: reference };
}

function mine(name: string, view: View): Example {
  return { name, view, reader: reader(maja) };
}
