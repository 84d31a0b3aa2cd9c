import { expect, test } from '@jest/globals';
import type { Delivery } from '../../src/ports/deliveries.ts';
import type { InboxRow } from '../../src/ports/inbox.ts';
import { anAddress } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];
/** Names as people outside may choose them. */
const PAYLOAD = { $where: '1', 'a.b': { '': null }, list: [1, 'två', false, {}], __proto: 'x' };

export function messageCases(opened: Opened): void {
  test('a draft is remembered, replaced, and forgotten at its end (F-80)', async () => {
    const { stores, prefix } = opened();
    const draft = {
      id: `${prefix}-draft`,
      person: null,
      at: '1999-01-01T00:00:00.000Z',
      expiresAt: '1999-01-02T00:00:00.000Z',
      memory: PAYLOAD,
    };
    await stores.drafts.put(draft);
    expect(await stores.drafts.get(draft.id)).toEqual(draft);
    await stores.drafts.put({ ...draft, person: 'agent-1' });
    expect((await stores.drafts.get(draft.id))?.person).toBe('agent-1');
    await stores.drafts.putAgain({ ...draft, id: `${draft.id}-again` });
    await stores.drafts.putAgain({ ...draft, id: `${draft.id}-again`, person: 'agent-2' });
    expect((await stores.drafts.get(`${draft.id}-again`))?.person).toBe('agent-2');
    await stores.drafts.forget('1999-01-01T23:59:59.999Z');
    expect(await stores.drafts.get(draft.id)).not.toBeNull();
    expect(await stores.drafts.forget('1999-01-02T00:00:00.000Z')).toBeGreaterThanOrEqual(1);
    expect(await stores.drafts.get(draft.id)).toBeNull();
  });

  function arrival(name: string, fields: Partial<InboxRow> = {}): InboxRow {
    return {
      id: `teams/${opened().prefix}/${name}`,
      payload: PAYLOAD,
      reference: `OP-${name}`,
      receivedAt: 100,
      lease: { n: 1, until: 200 },
      answered: false,
      ...fields,
    };
  }

  test('what came in twice is new once, and the other is told what is there', async () => {
    const { stores, other } = opened();
    const insert = (nth: number) =>
      (nth % 2 ? stores : other).inbox.insert(arrival('twice', { reference: `OP-${nth}` }));
    const told = await Promise.all(EIGHT.map(insert));
    expect(told.filter((one) => one === 'new')).toHaveLength(1);
    const there = told.filter((one) => one !== 'new');
    const winner = EIGHT[told.indexOf('new')];
    for (const row of there) expect(row).toEqual(arrival('twice', { reference: `OP-${winner}` }));
    expect(await stores.inbox.answered(arrival('twice').id, 1)).toBe(true);
  });

  test('taken up when its lease is past, by one, with the next number; the former owner answers it no more', async () => {
    const { stores, other } = opened();
    const row = arrival('left', { lease: { n: 1, until: 50 } });
    await stores.inbox.insert(row);
    const claims = (now: number) =>
      Promise.all(EIGHT.map((nth) => (nth % 2 ? stores : other).inbox.claimUnanswered(now, now + 10)));
    expect((await claims(49)).filter((one) => one)).toEqual([]);
    expect((await claims(50)).filter((one) => one)).toEqual([{ ...row, lease: { n: 2, until: 60 } }]);
    expect(await stores.inbox.answered(row.id, 1)).toBe(false);
    expect(await stores.inbox.answered(row.id, 2)).toBe(true);
    expect((await claims(99)).filter((one) => one)).toEqual([]);
  });

  test('answered rows are forgotten by their age, unanswered ones never', async () => {
    const { stores } = opened();
    await stores.inbox.insert(arrival('old-done', { receivedAt: 9, answered: true }));
    await stores.inbox.insert(arrival('old-open', { receivedAt: 9 }));
    await stores.inbox.insert(arrival('young', { receivedAt: 10, answered: true }));
    await stores.inbox.forget(10);
    expect(await stores.inbox.insert(arrival('old-done'))).toBe('new');
    expect(await stores.inbox.insert(arrival('old-open'))).toMatchObject({ receivedAt: 9 });
    expect(await stores.inbox.insert(arrival('young'))).toMatchObject({ answered: true });
  });

  test('a delivery is made once, claimed by one on its channel, postponed, and done for good', async () => {
    const { stores, other, prefix } = opened();
    const address = anAddress({ channel: 'console', workspace: '', message: '', extra: { thread: '1' } });
    const delivery: Delivery = { id: `${prefix}×1`, address, payload: PAYLOAD };
    await Promise.all(EIGHT.map((nth) => (nth % 2 ? stores : other).deliveries.insert(delivery, 10)));
    const claims = async (now: number) => {
      const told = await Promise.all(
        EIGHT.map((nth) => (nth % 2 ? stores : other).deliveries.claim(['console'], now, now + 5)),
      );
      return told.filter((one) => one?.id === delivery.id);
    };
    expect(await stores.deliveries.claim(['slack'], 10, 15)).toBeNull();
    expect(await stores.deliveries.claim([], 10, 15)).toBeNull();
    expect(await claims(9)).toEqual([]);
    expect(await claims(10)).toEqual([{ ...delivery, tries: 1 }]);
    expect(await claims(14)).toEqual([]);
    await stores.deliveries.postpone(delivery.id, 30);
    expect(await claims(29)).toEqual([]);
    expect(await claims(30)).toEqual([{ ...delivery, tries: 2 }]);
    await stores.deliveries.done(delivery.id);
    await stores.deliveries.postpone(delivery.id, 31);
    await stores.deliveries.insert(delivery, 31);
    expect(await claims(99)).toEqual([]);
  });

  test('a delivery given up is set aside', async () => {
    const { stores, prefix } = opened();
    const delivery: Delivery = { id: `${prefix}×2`, address: anAddress({ channel: 'browser' }), payload: {} };
    await stores.deliveries.insert(delivery, 1);
    await stores.deliveries.giveUp(delivery.id, 'channel gone');
    expect(await stores.deliveries.claim(['browser'], 99, 100)).toBeNull();
  });

  test('where a person is reached: the last address of each channel', async () => {
    const { stores, prefix } = opened();
    const person = `${prefix}-agent`;
    const first = anAddress({ extra: { serviceUrl: 'https://one.example' } });
    await stores.addresses.remember(person, first);
    expect(await stores.addresses.of(person, 'teams')).toEqual(first);
    const second = anAddress({ conversation: 'other', extra: {} });
    await stores.addresses.remember(person, second);
    expect(await stores.addresses.of(person, 'teams')).toEqual(second);
    expect(await stores.addresses.of(person, 'slack')).toBeNull();
  });
}
