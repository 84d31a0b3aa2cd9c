import { expect, test } from '@jest/globals';
import type { Opened } from './stores.contract.ts';
import { anEvent, storing, suspension } from './subscriptions.contract.ts';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

/** Holds, pins, commits and releases (protocol.md, "Hold" and "Proof of having done it"). */
export function holdCases(opened: Opened): void {
  const stored = storing(opened);

  test('of eight holders one gets a free hold, and asking again is told the same', async () => {
    const { stores, other } = opened();
    const { id } = await stored('held');
    const take = (nth: number) => (nth % 2 ? stores : other).subscriptions.hold(id, 0, `OP-${nth}`, null);
    const told = await Promise.all(EIGHT.map(take));
    const winners = EIGHT.filter((_, index) => told[index]);
    expect(winners).toHaveLength(1);
    const operation = `OP-${winners[0]}`;
    expect((await stores.subscriptions.get(id))?.hold).toEqual({ operation, pinned: false });
    expect(await stores.subscriptions.hold(id, 0, operation, null)).toBe(true);
  });

  test('a hold is taken over from whom it was read, on the version read, and loses the former proof', async () => {
    const { subscriptions } = opened().stores;
    const { id } = await stored('taken-over');
    await subscriptions.hold(id, 0, 'OP-A', null);
    await subscriptions.commit(suspension(id, 0, { operation: 'OP-A' }));
    expect((await subscriptions.get(id))?.applied).toBe('OP-A');
    expect(await subscriptions.hold(id, 0, 'OP-B', 'OP-A')).toBe(false);
    expect(await subscriptions.hold(id, 1, 'OP-B', 'OP-X')).toBe(false);
    expect(await subscriptions.hold(id, 1, 'OP-B', 'OP-A')).toBe(true);
    expect(await subscriptions.get(id)).toMatchObject({ hold: { operation: 'OP-B' }, applied: null });
  });

  test('pinned is what one holds, and the clock defers to it', async () => {
    const { subscriptions } = opened().stores;
    const { id } = await stored('pinned');
    expect(await subscriptions.pin(id, 'OP-A')).toBeNull();
    await subscriptions.hold(id, 0, 'OP-A', null);
    expect((await subscriptions.pin(id, 'OP-A'))?.hold).toEqual({ operation: 'OP-A', pinned: true });
    expect((await subscriptions.pin(id, 'OP-A'))?.hold?.pinned).toBe(true);
    expect(await subscriptions.hold(id, 0, 'OP-A', null)).toBe(true);
    expect((await subscriptions.get(id))?.hold?.pinned).toBe(true);
    expect(await subscriptions.commit(suspension(id, 0))).toBe(false);
    expect(await subscriptions.commit(suspension(id, 0, { operation: 'OP-B' }))).toBe(false);
    expect(await subscriptions.commit(suspension(id, 0, { operation: 'OP-A' }))).toBe(true);
  });

  test('a hold that is not pinned does not stop the clock, and outlives its commit', async () => {
    const { subscriptions } = opened().stores;
    const { id } = await stored('clock');
    await subscriptions.hold(id, 0, 'OP-A', null);
    expect(await subscriptions.commit(suspension(id, 0))).toBe(true);
    expect(await subscriptions.get(id)).toMatchObject({
      version: 1,
      hold: { operation: 'OP-A' },
      applied: null,
    });
  });

  test('of eight commits on one version one happens, with its proof and its event', async () => {
    const { stores, other } = opened();
    const { id } = await stored('raced');
    await stores.subscriptions.hold(id, 0, 'OP-A', null);
    const commit = (nth: number) =>
      (nth % 2 ? stores : other).subscriptions.commit(
        suspension(id, 0, { operation: 'OP-A', after: { quantity: nth } }),
      );
    const told = await Promise.all(EIGHT.map(commit));
    const winner = EIGHT.filter((_, index) => told[index]);
    expect(winner).toHaveLength(1);
    expect(await stores.subscriptions.get(id)).toMatchObject({
      version: 1,
      applied: 'OP-A',
      subscription: { quantity: winner[0] },
    });
    const waiting = (await stores.subscriptions.unrelayed(1000)).find((row) => row.id === id);
    expect(waiting?.events).toEqual([anEvent(`${id}/1`)]);
  });

  test('released is what the operation holds, once', async () => {
    const { subscriptions } = opened().stores;
    const { id } = await stored('released');
    await subscriptions.hold(id, 0, 'OP-A', null);
    await subscriptions.commit(suspension(id, 0, { operation: 'OP-A' }));
    await subscriptions.release(id, 'OP-B');
    expect((await subscriptions.get(id))?.applied).toBe('OP-A');
    await subscriptions.release(id, 'OP-A');
    expect(await subscriptions.get(id)).toMatchObject({ version: 1, hold: null, applied: null });
    expect(await subscriptions.hold(id, 1, 'OP-B', null)).toBe(true);
    await subscriptions.release(id, 'OP-A');
    expect((await subscriptions.get(id))?.hold?.operation).toBe('OP-B');
  });

  test('what the clock borrows goes back to whoever lent it, and a pinned one is not lent', async () => {
    const { subscriptions } = opened().stores;
    const { id } = await stored('lent');
    await subscriptions.hold(id, 0, 'OP-A', null);
    expect(await subscriptions.borrow(id, 0, 'due/x', 'OP-B')).toBe(false);
    expect(await subscriptions.borrow(id, 0, 'due/x', 'OP-A')).toBe(true);
    expect(await subscriptions.borrow(id, 0, 'due/x', 'OP-A')).toBe(true);
    expect((await subscriptions.get(id))?.hold).toEqual({ operation: 'due/x', pinned: false, lent: 'OP-A' });
    await subscriptions.pin(id, 'due/x');
    await subscriptions.release(id, 'OP-A');
    await subscriptions.release(id, 'due/x');
    expect((await subscriptions.get(id))?.hold).toEqual({ operation: 'OP-A', pinned: false });
    await subscriptions.pin(id, 'OP-A');
    expect(await subscriptions.borrow(id, 0, 'due/x', 'OP-A')).toBe(false);
  });
}
