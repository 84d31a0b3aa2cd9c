import type { Deliveries, Delivery } from '../ports/deliveries.ts';
import { above, all, atMost, below, oneOf } from './conditions.ts';
import type { DeliveryRow } from './schemas/messages.ts';
import type { Filter, Table } from './table.ts';

type Claimed = Delivery & { readonly tries: number };

/** Messages to post; a row stays when it is done, which is what keeps it from being made again. */
export function openDeliveries(rows: Table<DeliveryRow>): Deliveries {
  const waiting = (id: string) => ({ _id: id, state: 'waiting' });
  async function claim(which: Filter, machineNow: number, until: number): Promise<Claimed | null> {
    const row = await rows.updateAndGet(
      { ...which, nextDue: atMost(new Date(machineNow)) },
      { $inc: { tries: 1 }, $set: { nextDue: new Date(until) } },
      { nextDue: 1 },
    );
    if (!row) return null;
    return { id: row._id, address: row.address, payload: JSON.parse(row.payload), tries: row.tries };
  }
  return {
    async insert({ id, address, payload }, machineNow) {
      await rows.insert({
        _id: id,
        state: 'waiting',
        address,
        payload: JSON.stringify(payload),
        tries: 0,
        nextDue: new Date(machineNow),
      });
    },
    claim: (channels, machineNow, until) => claim({ 'address.channel': oneOf(channels) }, machineNow, until),
    async claimBeside(prefix, machineNow, until, limit) {
      const beginsSo = { _id: all(above(prefix), below(`${prefix}\uffff`)) };
      const found: Claimed[] = [];
      while (found.length < limit) {
        const next = await claim(beginsSo, machineNow, until);
        if (!next) break;
        found.push(next);
      }
      return found;
    },
    async done(id) {
      await rows.update(waiting(id), { $set: { state: 'done' }, $unset: { nextDue: '' } });
    },
    async postpone(id, until) {
      await rows.update(waiting(id), { $set: { nextDue: new Date(until) } });
    },
    async giveUp(id, why) {
      await rows.update(waiting(id), { $set: { state: 'given-up', why }, $unset: { nextDue: '' } });
    },
  };
}
