import type { Machine } from '../ports/machine.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import { absent } from './conditions.ts';
import type { SubscriptionRow } from './schemas/subscription.ts';
import { fromRow } from './subscriptionRows.ts';
import type { Filter, Table } from './table.ts';

type Holds = Pick<Subscriptions, 'hold' | 'borrow' | 'pin' | 'release'>;

/** Who holds a subscription (protocol.md, "Hold"); every write is by its own filter. */
export function openHolds(rows: Table<SubscriptionRow>, machine: Machine): Holds {
  const touched = () => ({ touchedAt: new Date(machine.now()) });
  async function holder(id: string, version: number): Promise<string | undefined> {
    return (await rows.one({ _id: id, version }, { fields: ['hold'] }))?.hold?.operation;
  }
  async function take(filter: Filter & { _id: string; version: number }, hold: SubscriptionRow['hold']) {
    // The former holder's proof goes with its hold.
    const taken = await rows.update(filter, { $set: { hold, ...touched() }, $unset: { applied: '' } });
    return taken || (await holder(filter._id, filter.version)) === hold?.operation;
  }
  async function giveBack(id: string, operation: string): Promise<void> {
    const lent = (await rows.one({ _id: id, 'hold.operation': operation }, { fields: ['hold'] }))?.hold?.lent;
    if (lent === undefined) return;
    await rows.update(
      { _id: id, 'hold.operation': operation, 'hold.lent': lent },
      { $set: { hold: { operation: lent, pinned: false }, ...touched() }, $unset: { applied: '' } },
    );
  }
  return {
    hold(id, version, operation, from) {
      const free: Filter = from === null ? { hold: absent() } : { 'hold.operation': from };
      return take({ _id: id, version, ...free }, { operation, pinned: false });
    },
    borrow: (id, version, operation, from) =>
      take(
        { _id: id, version, 'hold.operation': from, 'hold.pinned': false },
        { operation, pinned: false, lent: from },
      ),
    async pin(id, operation) {
      const row = await rows.updateAndGet(
        { _id: id, 'hold.operation': operation },
        { $set: { 'hold.pinned': true, ...touched() } },
      );
      return row && fromRow(row);
    },
    async release(id, operation) {
      const own = { _id: id, 'hold.operation': operation, 'hold.lent': absent() };
      const cleared = await rows.update(own, { $set: touched(), $unset: { hold: '', applied: '' } });
      if (!cleared) await giveBack(id, operation);
    },
  };
}
