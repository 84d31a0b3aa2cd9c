import { expect, test } from '@jest/globals';
import type { Claim } from '../../src/ports/subscriptions.ts';
import { anOperation, aStored } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';
import { suspension } from './subscriptions.contract.ts';

const YEAR = '1990-01-01T00:00:00.000Z';

/** Due before anything of another case is. */
export function dueWorkCases(opened: Opened): void {
  let drawn = 0;

  async function due(name: string, nextDue = YEAR): Promise<string> {
    const { stores, prefix } = opened();
    const id = `${prefix}-work-${name}`;
    await stores.subscriptions.insert(aStored({ id, reference: `S-${id}` }), nextDue, null);
    return id;
  }

  function claim(fields: Partial<Claim> = {}): Claim {
    drawn += 1;
    const until = opened().machine.now() + 1000;
    return { limit: 10, until, by: `claim-${drawn}`, except: new Set(), ...fields };
  }

  /** What a claim of one of both processes takes of this case's own rows. */
  async function taken(fields: Partial<Claim> = {}, at = YEAR, which: 'stores' | 'other' = 'stores') {
    const claimed = await opened()[which].subscriptions.claimDue(at, claim(fields));
    return claimed.map(({ row, lease }) => [row.subscription.id, lease] as const);
  }

  async function end(id: string): Promise<void> {
    const { subscriptions } = opened().stores;
    const row = await subscriptions.get(id);
    await subscriptions.commit(suspension(id, row?.version ?? 0));
  }

  test('two processes that claim at once share what is due, and neither has what the other has', async () => {
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => due(name)));
    const claims = await Promise.all([taken(), taken({}, YEAR, 'other'), taken({}, YEAR, 'other')]);
    const all = claims.flat().map(([id]) => id);
    expect([...all].sort()).toEqual(ids);
    expect(await taken()).toEqual([]);
    expect(await opened().other.subscriptions.leasedDue(YEAR)).toBe(opened().machine.now() + 1000);
    for (const id of ids) await end(id);
  });

  test('oldest first, no more than asked, none of the exceptions, nothing that is due later', async () => {
    const later = await due('later', '1990-01-01T00:00:00.001Z');
    const second = await due('second');
    const first = await due('first', '1989-01-01T00:00:00.000Z');
    expect(await taken({ limit: 1 })).toEqual([[first, 1]]);
    expect(await taken({ except: new Set([second]) })).toEqual([]);
    expect(await taken()).toEqual([[second, 1]]);
    expect(await taken()).toEqual([]);
    for (const id of [later, second, first]) await end(id);
  });

  test('a lease that is over is another’s to take, and the late write of the former is refused', async () => {
    const { stores, machine } = opened();
    const id = await due('paused');
    expect(await taken()).toEqual([[id, 1]]);
    machine.set(machine.now() + 1000);
    expect(await taken({}, YEAR, 'other')).toEqual([[id, 2]]);
    expect(await stores.subscriptions.commit(suspension(id, 0, { lease: 1 }))).toBe(false);
    await stores.subscriptions.letGo(id, 1);
    expect(await taken()).toEqual([]);
    expect(await stores.subscriptions.commit(suspension(id, 0, { lease: 2, nextDue: YEAR }))).toBe(true);
    expect(await taken()).toEqual([[id, 3]]);
    await stores.subscriptions.letGo(id, 3);
    expect(await stores.subscriptions.leasedDue(YEAR)).toBeNull();
    expect(await taken()).toEqual([[id, 4]]);
    await end(id);
  });

  test('what failed waits, is counted, set aside, and put back as it was due', async () => {
    const { stores, machine } = opened();
    const { subscriptions } = stores;
    const id = await due('poisoned');
    await taken();
    expect(await subscriptions.failed(id)).toBe(1);
    await subscriptions.postpone(id, machine.now() + 50);
    expect([await taken(), await subscriptions.leasedDue(YEAR)]).toEqual([[], null]);
    machine.set(machine.now() + 50);
    expect(await taken()).toEqual([[id, 2]]);
    expect(await subscriptions.failed(id)).toBe(2);
    await subscriptions.setAside(id, YEAR, 'no such customer');
    expect(await taken()).toEqual([]);
    const aside = { id, since: YEAR, tries: 2, why: 'no such customer' };
    expect(await subscriptions.aside(1000)).toEqual([aside]);
    expect(await subscriptions.putBack(id)).toBe(true);
    expect([await subscriptions.putBack(id), await subscriptions.aside(1000)]).toEqual([false, []]);
    expect(await taken()).toEqual([[id, 3]]);
    expect(await subscriptions.failed(id)).toBe(1);
    await end(id);
  });

  test('whatever changes a row that was set aside makes it as good as new', async () => {
    const { subscriptions } = opened().stores;
    const id = await due('mended');
    await subscriptions.failed(id);
    await subscriptions.setAside(id, YEAR, 'a defect');
    await subscriptions.commit(suspension(id, 0, { nextDue: YEAR }));
    expect(await subscriptions.aside(1000)).toEqual([]);
    expect(await taken()).toEqual([[id, 1]]);
    await end(id);
  });

  test('an operation that fails waits too, and one that gets on is as good as new', async () => {
    const { stores, machine, prefix } = opened();
    const { operations } = stores;
    const reference = `OP-${prefix}-poisoned`;
    const mine = async () => (await operations.due(YEAR, 1000)).includes(reference);
    await operations.insert(anOperation({ reference, state: 'queued' }), YEAR);
    expect(await operations.failed(reference)).toBe(1);
    await operations.postpone(reference, machine.now() + 50);
    expect(await mine()).toBe(false);
    machine.set(machine.now() + 50);
    expect(await mine()).toBe(true);
    await operations.setAside(reference, YEAR, 'a defect');
    expect([await mine(), (await operations.aside(1000)).map(({ id }) => id)]).toEqual([false, [reference]]);
    expect(await operations.putBack(reference)).toBe(true);
    expect(await mine()).toBe(true);
    await operations.change(reference, { states: ['queued'] }, { state: 'running' }, null, null);
    expect(await operations.failed(reference)).toBe(1);
  });
}
