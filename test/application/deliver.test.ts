import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Delivering, deliver, type Shown } from '../../src/application/deliver.ts';
import { answered, receive, takeUp } from '../../src/application/receive.ts';
import type { Address } from '../../src/domain/operation/operation.ts';
import { PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { anAddress } from '../support/operations.ts';
import { clicks, nce, prompted } from '../support/stories.ts';

const { agent } = PEOPLE;
let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());

/** A chat that answers as told and remembers what it was shown. */
function chat(answer: () => Shown): Delivering & { readonly seen: string[] } {
  const seen: string[] = [];
  const show = async (address: Address, _reference: string, revision: number) => {
    seen.push(`${address.message}@${revision}`);
    return answer();
  };
  return { channels: ['teams'], show, patience: new Map(), seen };
}

describe('cards converge to the present state', () => {
  let reference = '';
  let serial = 0;
  beforeEach(async () => {
    serial += 1;
    const id = `k${serial}`;
    await t.add(nce(id));
    const prompt = await prompted(t.desk, agent, id);
    reference = prompt.reference;
    for (const message of ['one', 'two']) {
      await t.desk.operations.showed(reference, { address: anAddress({ message }), revision: prompt.rev });
    }
    await clicks(t.desk, agent, reference, 'keep');
  });

  test('each stale card is shown once', async () => {
    const teams = chat(() => 'shown');
    expect([await deliver(t.desk, teams), await deliver(t.twin, teams)]).toEqual([2, 0]);
    expect(teams.seen.sort()).toEqual(['one@2', 'two@2']);
  });

  test('a card that is gone is forgotten', async () => {
    const teams = chat(() => 'gone');
    expect([await deliver(t.desk, teams), await deliver(t.desk, teams)]).toEqual([0, 0]);
    expect(teams.seen).toHaveLength(2);
  });

  test('Retry-After is waited for, and a card that never succeeds is given up', async () => {
    const teams = chat(() => ({ later: 60_000 }));
    await deliver(t.desk, teams);
    await deliver(t.desk, teams);
    expect(teams.seen).toHaveLength(2);
    for (let round = 0; round < 10; round += 1) {
      t.machine.forward(60_001);
      await deliver(t.desk, teams);
    }
    expect(teams.seen).toHaveLength(14);
    expect((await t.desk.operations.get(reference))?.state).toBe('withdrawn');
  });

  test('a chat that throws is tried again and stops nobody else', async () => {
    const failing = chat(() => {
      throw new Error('no route');
    });
    expect(await deliver(t.desk, failing)).toBe(0);
    t.machine.forward(5_001);
    expect(await deliver(t.desk, { ...failing, show: async () => 'shown' })).toBe(2);
  });

  test('one sender at a time: another process leaves the cards alone until the lease is over', async () => {
    const teams = chat(() => 'shown');
    const inTheMiddle = async () => {
      expect(await deliver(t.twin, teams)).toBe(0);
      return 'shown' as const;
    };
    expect(await deliver(t.desk, { ...teams, show: inTheMiddle })).toBe(2);
    expect(teams.seen).toEqual([]);
  });

  test('a sender that died does not keep the cards', async () => {
    const died = t.machine.now() + 30_000;
    await t.desk.operations.leaseCards(reference, t.machine.now(), died);
    const teams = chat(() => 'shown');
    expect(await deliver(t.twin, teams)).toBe(0);
    t.machine.forward(30_001);
    expect(await deliver(t.twin, teams)).toBe(2);
  });

  test("another process's channels are left to it", async () => {
    const slack = { ...chat(() => 'shown' as const), channels: ['slack'] as const };
    expect(await deliver(t.desk, slack)).toBe(0);
    await deliver(
      t.desk,
      chat(() => 'shown'),
    );
  });
});

describe('step 0: the inbox', () => {
  test('a redelivery is a duplicate, before and after the answer', async () => {
    const row = await receive(t.desk, 'teams/tenant/1', { text: 'pause' });
    if (row === 'duplicate') throw new Error('not new');
    expect(await receive(t.twin, 'teams/tenant/1', { text: 'pause' })).toBe('duplicate');
    await answered(t.desk, row);
    expect(await receive(t.twin, 'teams/tenant/1', { text: 'pause' })).toBe('duplicate');
  });

  test('what a crash left unanswered is taken up once, when its lease is over, under its own reference', async () => {
    const row = await receive(t.desk, 'teams/tenant/2', { text: 'pause' });
    const taken: unknown[] = [];
    const take = async (one: unknown) => void taken.push(one);
    expect(await takeUp(t.twin, take)).toBe(0);
    t.machine.forward(30_001);
    expect([await takeUp(t.twin, take), await takeUp(t.desk, take)]).toEqual([1, 0]);
    expect(taken).toMatchObject([
      { reference: row === 'duplicate' ? '' : row.reference, payload: { text: 'pause' } },
    ]);
  });
});
