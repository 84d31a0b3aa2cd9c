import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCustomer, aPartner, aSubscription } from '../support/builders.ts';
import { PEOPLE } from '../support/desk.ts';
import { objects, type Processes, processes } from '../support/process.ts';

const LONG = 90_000;
const DESK = [
  { kind: 'partner', ...aPartner() },
  ...Object.values(PEOPLE).map((person) => ({ kind: 'person', ...person })),
  { kind: 'customer', ...aCustomer() },
  { kind: 'subscription', ...aSubscription() },
  {
    kind: 'subscription',
    ...aSubscription({ id: 'sub-2', reference: 'S-1043', offerName: 'Project Plan 3' }),
  },
];

let all: Processes;
beforeAll(async () => {
  all = processes();
  const imported = await all.run(['import'], {}, DESK);
  expect(imported).toMatchObject({ code: 0, out: [], err: `${DESK.length} lines imported\n` });
}, LONG);
afterAll(() => all.end());

async function chatAt(now: string, ...lines: readonly (string | object)[]) {
  const ran = await all.run(['chat', '--json'], { SUBDESK_NOW: now }, lines);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toHaveLength(lines.length);
  return objects(ran);
}

const workAt = async (now: string) => objects(await all.run(['worker', '--once'], { SUBDESK_NOW: now }));

test(
  'pause, resume and cancel with the clock moved between runs, each its own process',
  async () => {
    const [prompt, paused] = await chatAt('2021-09-03T12:00:00.000Z', 'pause S-1042 for non-payment', {
      click: 'confirm',
    });
    expect(prompt).toMatchObject({ view: 'confirm', state: 'awaiting-confirmation' });
    expect(paused).toMatchObject({ view: 'receipt', state: 'done', command: 'pause' });

    const [, resumed] = await chatAt('2021-09-05T12:00:00.000Z', 'resume S-1042', { click: 'confirm' });
    expect(resumed).toMatchObject({ view: 'receipt', command: 'resume' });
    expect(resumed?.['actions']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'auto-renew-on' })]),
    );

    const customer = aCustomer().domain;
    const [, wrong, cancelled] = await chatAt(
      '2021-09-10T12:00:00.000Z',
      'cancel S-1042 because the customer asked',
      { click: 'confirm', inputs: { reason: 'customer-request', typedCustomer: 'somebody.example' } },
      { click: 'confirm', inputs: { reason: 'customer-request', typedCustomer: customer } },
    );
    expect(wrong).toMatchObject({ view: 'confirm', errors: [{ input: 'typedCustomer', code: 'wrong' }] });
    expect(cancelled).toMatchObject({
      view: 'receipt',
      decision: { rules: expect.arrayContaining(['X-6']) },
    });

    const [late] = await chatAt('2021-10-05T12:00:00.000Z', 'cancel S-1043');
    expect(late).toMatchObject({
      view: 'refused',
      decision: { code: 'cancel-window-closed', since: '2021-10-01T00:00:00.000Z' },
    });
  },
  LONG,
);

test(
  'a prompt expires: by the click, and in the trail at its own instant by the worker',
  async () => {
    const [prompt] = await chatAt('2021-10-06T12:00:00.000Z', 'pause S-1043 for fraud');
    const operation = String(prompt?.['operation']);
    const [clicked] = await chatAt('2021-10-06T12:15:00.000Z', { click: 'confirm', operation });
    expect(clicked).toMatchObject({ view: 'expired', operation });
    await workAt('2021-10-06T12:30:00.000Z');
    const [event] = (await audit()).filter(
      (one) => one['operation'] === operation && one['what'] === 'expired',
    );
    expect(event).toMatchObject({ at: '2021-10-06T12:15:00.000Z' });
  },
  LONG,
);

test(
  'P-6: what stays paused ends at its term, at the contractual instant however late the worker runs',
  async () => {
    await chatAt('2021-10-07T12:00:00.000Z', 'pause S-1043 for fraud', { click: 'confirm' });
    expect(await workAt('2022-09-04T09:30:00.000Z')).toEqual([
      expect.objectContaining({
        what: 'end-of-service',
        at: '2022-09-01T00:00:00.000Z',
        subscription: 'S-1043',
      }),
    ]);
    expect(await workAt('2022-09-04T09:30:00.000Z')).toEqual([]);
  },
  LONG,
);

test(
  'the audit trail and the history tell all of it',
  async () => {
    const told = (await audit()).filter(({ what }) => what !== 'proposed').toSorted(byInstant);
    expect(told.map(({ subscription, what, command }) => [subscription, what, command])).toEqual([
      ['S-1042', 'confirmed', 'pause'],
      ['S-1042', 'executed', 'pause'],
      ['S-1042', 'confirmed', 'resume'],
      ['S-1042', 'executed', 'resume'],
      ['S-1042', 'confirmed', 'cancel'],
      ['S-1042', 'executed', 'cancel'],
      ['S-1043', 'refused', 'cancel'],
      ['S-1043', 'expired', 'pause'],
      ['S-1043', 'confirmed', 'pause'],
      ['S-1043', 'executed', 'pause'],
      ['S-1043', 'end-of-service', undefined],
    ]);
    const [history] = await chatAt('2022-09-05T00:00:00.000Z', 'history S-1042');
    expect(history).toMatchObject({ view: 'history', subscription: 'S-1042' });
    expect(history?.['text']).toContain('Ada Agent');
  },
  LONG,
);

/** At the same instant the click comes before its effect, by their names too. */
function byInstant(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): number {
  return `${one['at']}${one['what']}` < `${other['at']}${other['what']}` ? -1 : 1;
}

async function audit() {
  const ran = await all.run(['export', 'audit']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return objects(ran);
}
