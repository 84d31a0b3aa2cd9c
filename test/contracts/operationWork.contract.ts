import { expect, test } from '@jest/globals';
import type { Operation, OperationState } from '../../src/domain/operation/operation.ts';
import { anOperation } from '../support/operations.ts';
import { storing } from './operations.contract.ts';
import type { Opened } from './stores.contract.ts';
import { anEvent } from './subscriptions.contract.ts';

const CLICK = '2021-09-03T12:14:59.999Z';
const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

/** Operations as work: drafts, leases, lists, what is due, what is to be relayed. */
export function operationWorkCases(opened: Opened): void {
  const stored = storing(opened);

  test('only a draft is discarded (F-80)', async () => {
    const { operations } = opened().stores;
    const draft = await stored('draft', { state: 'draft' });
    const prompt = await stored('prompt');
    expect(await operations.discard(draft.reference)).toBe(true);
    expect(await operations.discard(draft.reference)).toBe(false);
    expect(await operations.discard(prompt.reference)).toBe(false);
    expect(await operations.get(draft.reference)).toBeNull();
    expect(await operations.get(prompt.reference)).not.toBeNull();
  });

  test('one of eight workers gets a free or past lease, with the next number; its owner alone renews it', async () => {
    const { stores, other } = opened();
    const { reference } = await stored('leased', { state: 'queued' });
    const claims = async (now: number) => {
      const told = await Promise.all(
        EIGHT.map((nth) => (nth % 2 ? stores : other).operations.claim(reference, now, now + 10)),
      );
      return told.flatMap((operation) => operation?.lease ?? []);
    };
    expect(await claims(100)).toEqual([{ n: 1, until: 110 }]);
    expect(await claims(109)).toEqual([]);
    expect(await claims(110)).toEqual([{ n: 2, until: 120 }]);
    expect(await stores.operations.renew(reference, 1, 500)).toBe(false);
    expect(await stores.operations.renew(reference, 2, 130)).toBe(true);
    expect(await claims(129)).toEqual([]);
  });

  test.each<[OperationState, boolean]>([
    ['queued', true],
    ['running', true],
    ['awaiting-confirmation', false],
    ['done', false],
    ['unknown', false],
  ])('claimed while %s: %s', async (state, claimed) => {
    const { operations } = opened().stores;
    const { reference } = await stored(`claimed-${state}`, { state });
    expect((await operations.claim(reference, 1, 2)) !== null).toBe(claimed);
  });

  test('listed by requester and by state, latest first, in the order made where the instant is one', async () => {
    const { stores, machine, prefix } = opened();
    const person = `${prefix}-agent`;
    const make = async (name: string, createdAt: string) => {
      machine.set(machine.now() + 1);
      return (await stored(name, { requester: person, state: 'unknown', createdAt })).reference;
    };
    const newest = await make('list-z', '2021-09-04T00:00:00.000Z');
    const first = await make('list-y', '2021-09-03T00:00:00.000Z');
    const second = await make('list-a', '2021-09-03T00:00:00.000Z');
    const references = (found: readonly Operation[]) => found.map((one) => one.reference);
    expect(references(await stores.operations.ofRequester(person, 5))).toEqual([newest, second, first]);
    expect(references(await stores.operations.ofRequester(person, 2))).toEqual([newest, second]);
    const unknown = references(await stores.operations.inState('unknown', 1000));
    expect(unknown.filter((reference) => reference.includes(`${prefix}-list`))).toEqual([
      newest,
      second,
      first,
    ]);
  });

  test('due as its last change said', async () => {
    const { stores, prefix } = opened();
    const { operations } = stores;
    const at = '1999-01-01T00:00:00.000Z';
    const reference = `OP-${prefix}-due`;
    await operations.insert(anOperation({ reference }), at);
    const due = async (now: string) => (await operations.due(now, 1000)).includes(reference);
    expect(await due('1998-12-31T23:59:59.999Z')).toBe(false);
    expect(await due(at)).toBe(true);
    await operations.change(
      reference,
      { states: ['awaiting-confirmation'] },
      { state: 'queued' },
      null,
      CLICK,
    );
    expect(await due(at)).toBe(false);
    expect(await due(CLICK)).toBe(true);
    await operations.change(reference, { states: ['queued'] }, { state: 'done' }, null, null);
    expect(await due('2999-01-01T00:00:00.000Z')).toBe(false);
  });

  test('all of them, and the present revisions of some', async () => {
    const { stores, prefix } = opened();
    const a = (await stored('all-a', { rev: 3 })).reference;
    const b = (await stored('all-b')).reference;
    const all: string[] = [];
    for await (const one of stores.operations.all()) all.push(one.reference);
    expect(all.filter((reference) => reference.includes(`${prefix}-all-`))).toEqual([a, b]);
    expect(await stores.operations.revisions([a, b, 'OP-nobody'])).toEqual(
      new Map([
        [a, 3],
        [b, 0],
      ]),
    );
  });

  test('an outbox is emptied for the revision read: what came since stays', async () => {
    const { operations } = opened().stores;
    const { reference } = await stored('outbox');
    const change = (from: OperationState, state: OperationState) =>
      operations.change(reference, { states: [from] }, { state }, anEvent('', { what: 'confirmed' }), null);
    const waiting = async () => (await operations.unrelayed(1000)).find((row) => row.reference === reference);
    await change('awaiting-confirmation', 'queued');
    await change('queued', 'done');
    await operations.relayed(reference, 1);
    expect((await waiting())?.events).toHaveLength(2);
    await operations.relayed(reference, 2);
    expect(await waiting()).toBeUndefined();
  });
}
