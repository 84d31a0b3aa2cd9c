import { expect, test } from '@jest/globals';
import type { Operation, OperationState } from '../../src/domain/operation/operation.ts';
import type { OperationChange, When } from '../../src/ports/operations.ts';
import { anOperation, aStored, CANCELLED } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';
import { anEvent } from './subscriptions.contract.ts';

const LIVE = '2021-09-03T12:14:59.999Z';
const OVER = '2021-09-03T12:15:00.000Z';
const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

/** Stores an operation of a test's own name. */
export function storing(opened: Opened): (name: string, fields?: Partial<Operation>) => Promise<Operation> {
  return async (name, fields = {}) => {
    const { stores, prefix } = opened();
    const operation = anOperation({ reference: `OP-${prefix}-${name}`, ...fields });
    expect(await stores.operations.insert(operation, null)).toBe(true);
    return operation;
  };
}

export function operationCases(opened: Opened): void {
  const stored = storing(opened);

  test('every field comes back as it went in', async () => {
    const { operations } = opened().stores;
    const plain = await stored('plain');
    const rich = await stored('rich', {
      state: 'done',
      rev: 4,
      subjects: ['a', 'b'],
      command: { type: 'cancel', reason: 'other', reasonText: '${name} $set a.b' },
      presentation: 'cancel-at-renewal',
      approvers: ['admin-agent'],
      attempt: 'attempt-1',
      at: '2021-09-03T12:01:02.003Z',
      lease: { n: 2, until: 1_900_000_000_000 },
      plan: [
        { subscription: 'a', version: 3, after: { suspendedAt: '2021-09-03T12:00:00.000Z', quantity: null } },
      ],
      requestId: 'request-1',
      steps: [{ what: 'confirmed', person: 'agent-1', at: '2021-09-03T12:01:02.003Z', comment: 'yes' }],
      result: { outcome: 'done', at: '2021-09-03T12:01:02.003Z', decision: CANCELLED },
      because: 'kept',
      replacedBy: 'OP-B',
      replaces: 'OP-A',
    });
    expect(await operations.get(plain.reference)).toEqual(plain);
    expect(await operations.get(rich.reference)).toEqual(rich);
    expect(await operations.get('OP-nobody')).toBeNull();
  });

  test('a reference is taken once; an unknown field and state are refused', async () => {
    const { stores, other, prefix } = opened();
    const twin = anOperation({ reference: `OP-${prefix}-twin` });
    const told = await Promise.all(
      EIGHT.map((nth) => (nth % 2 ? stores : other).operations.insert(twin, null)),
    );
    expect(told.filter((inserted) => inserted)).toHaveLength(1);
    const bad = (fields: object) =>
      stores.operations.insert({ ...twin, reference: `OP-${prefix}-bad`, ...fields } as Operation, null);
    await expect(bad({ colour: 'red' })).rejects.toThrow(/colour/);
    await expect(bad({ state: 'asleep' })).rejects.toThrow(/state/);
  });

  test('of eight clicks one wins, and its attempt is written', async () => {
    const { stores, other } = opened();
    const { reference } = await stored('clicked');
    const click = (nth: number) =>
      (nth % 2 ? stores : other).operations.change(
        reference,
        { states: ['awaiting-confirmation'], requester: 'agent-1', liveAt: LIVE },
        { state: 'queued', attempt: `attempt-${nth}`, at: LIVE },
        anEvent('', { what: 'confirmed' }),
        LIVE,
      );
    const told = await Promise.all(EIGHT.map(click));
    const winners = told.filter((operation) => operation !== null);
    expect(winners).toHaveLength(1);
    expect(await stores.operations.get(reference)).toEqual(winners[0]);
    expect(winners[0]).toMatchObject({ state: 'queued', rev: 1, at: LIVE });
    const waiting = (await stores.operations.unrelayed(1000)).find((row) => row.reference === reference);
    expect(waiting?.events).toEqual([anEvent(`${reference}/1`, { what: 'confirmed' })]);
  });

  test.each<[string, When, boolean]>([
    ['the state', { states: ['awaiting-approval', 'awaiting-confirmation'] }, true],
    ['another state', { states: ['queued'] }, false],
    ['the requester', { states: ['awaiting-confirmation'], requester: 'agent-1' }, true],
    ['another requester', { states: ['awaiting-confirmation'], requester: 'agent-2' }, false],
    ['not the requester', { states: ['awaiting-confirmation'], notRequester: 'agent-2' }, true],
    ['the requester as the approver', { states: ['awaiting-confirmation'], notRequester: 'agent-1' }, false],
    ['both', { states: ['awaiting-confirmation'], requester: 'agent-1', notRequester: 'agent-1' }, false],
    ['live one millisecond before its end', { states: ['awaiting-confirmation'], liveAt: LIVE }, true],
    ['live at its end', { states: ['awaiting-confirmation'], liveAt: OVER }, false],
    ['expired at its end', { states: ['awaiting-confirmation'], expiredAt: OVER }, true],
    ['expired one millisecond before', { states: ['awaiting-confirmation'], expiredAt: LIVE }, false],
    ['the lease', { states: ['awaiting-confirmation'], leaseN: 3 }, true],
    ['an older lease', { states: ['awaiting-confirmation'], leaseN: 2 }, false],
  ])('changed only when: %s', async (name, when, matches) => {
    const { operations } = opened().stores;
    const { reference } = await stored(name.replaceAll(' ', '-'), { lease: { n: 3, until: 0 } });
    const changed = await operations.change(reference, when, { state: 'withdrawn' }, null, null);
    expect(changed?.state ?? null).toBe(matches ? 'withdrawn' : null);
    expect((await operations.get(reference))?.rev).toBe(matches ? 1 : 0);
  });

  test('a change sets what it names and leaves the rest', async () => {
    const { operations } = opened().stores;
    const before = await stored('changed', { steps: [{ what: 'proposed', person: 'agent-1', at: LIVE }] });
    const change: OperationChange = {
      state: 'running',
      attempt: 'attempt-9',
      at: LIVE,
      command: { type: 'cancel', reason: 'fraud' },
      expiresAt: OVER,
      plan: [{ subscription: 'a', version: 1, after: { status: 'deleted' } }],
      requestId: 'request-9',
      steps: [...before.steps, { what: 'confirmed', person: 'agent-1', at: LIVE }],
      result: { outcome: 'failed', at: LIVE, why: 'provider' },
      because: 'terms-changed',
      replacedBy: 'OP-NEXT',
    };
    const changed = await operations.change(
      before.reference,
      { states: ['awaiting-confirmation'] },
      change,
      null,
      null,
    );
    expect(changed).toEqual({ ...before, ...change, rev: 1 });
    expect(await operations.get(before.reference)).toEqual(changed);
  });

  test('a change of nobody, with an unknown word, or on steps that are not the present ones does nothing', async () => {
    const { operations } = opened().stores;
    const when: When = { states: ['awaiting-confirmation'] };
    expect(await operations.change('OP-nobody', when, { state: 'queued' }, null, null)).toBeNull();
    const step = { what: 'proposed', person: 'agent-1', at: LIVE } as const;
    const { reference } = await stored('stale-steps', { steps: [step] });
    expect(
      await operations.change(reference, when, { steps: [{ ...step, person: 'x' }] }, null, null),
    ).toBeNull();
    const wrong = { state: 'asleep' as OperationState };
    await expect(operations.change(reference, when, wrong, null, null)).rejects.toThrow(/state/);
    expect((await operations.get(reference))?.rev).toBe(0);
  });

  test('changes that do not exclude each other all happen, each with its own event', async () => {
    const { stores, other } = opened();
    const { reference } = await stored('kept', { state: 'running' });
    const change = (nth: number) =>
      (nth % 2 ? stores : other).operations.change(
        reference,
        { states: ['running'] },
        { requestId: `request-${nth}` },
        anEvent('same', { person: `p-${nth}` }),
        null,
      );
    await Promise.all(EIGHT.map(change));
    const waiting = (await stores.operations.unrelayed(1000)).find((row) => row.reference === reference);
    expect(waiting?.rev).toBe(8);
    expect(waiting?.events.map((event) => event.id)).toEqual(EIGHT.map((nth) => `${reference}/${nth}`));
    expect(new Set(waiting?.events.map((event) => event.person)).size).toBe(8);
  });

  test('a snapshot is kept as it was shown', async () => {
    const { operations } = opened().stores;
    const { reference, snapshot } = await stored('snapshot', {
      snapshot: { ...anOperation().snapshot, addOns: [aStored({ id: 'x' })], base: aStored({ id: 'y' }) },
    });
    expect((await operations.get(reference))?.snapshot).toEqual(snapshot);
  });

  test('an object where a text is meant finds and changes nothing', async () => {
    const { operations, subscriptions, inbox } = opened().stores;
    await stored('injected');
    const anything = { $ne: null } as unknown as string;
    await expect(operations.get(anything)).rejects.toThrow(/Cast/);
    const when: When = { states: ['awaiting-confirmation'] };
    await expect(operations.change(anything, when, { state: 'queued' }, null, null)).rejects.toThrow(/Cast/);
    await expect(operations.change('x', { ...when, requester: anything }, {}, null, null)).rejects.toThrow(
      /Cast/,
    );
    await expect(subscriptions.byReference(anything)).rejects.toThrow(/Cast/);
    await expect(subscriptions.release(anything, anything)).rejects.toThrow(/Cast/);
    await expect(inbox.answered(anything, 1)).rejects.toThrow(/Cast/);
  });
}
