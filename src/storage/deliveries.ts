import type { Deliveries } from '../ports/deliveries.ts';
import { atMost, oneOf } from './conditions.ts';
import type { DeliveryRow } from './schemas/messages.ts';
import type { Table } from './table.ts';

/** Messages to post; a row stays when it is done, which is what keeps it from being made again. */
export function openDeliveries(rows: Table<DeliveryRow>): Deliveries {
  const waiting = (id: string) => ({ _id: id, state: 'waiting' });
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
    async claim(channels, machineNow, until) {
      const row = await rows.updateAndGet(
        { nextDue: atMost(new Date(machineNow)), 'address.channel': oneOf(channels) },
        { $inc: { tries: 1 }, $set: { nextDue: new Date(until) } },
        { nextDue: 1 },
      );
      if (!row) return null;
      return { id: row._id, address: row.address, payload: JSON.parse(row.payload), tries: row.tries };
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
