import type { Machine } from '../ports/machine.ts';
import type { Operations } from '../ports/operations.ts';
import { cardKey, marks, staleOf } from './cards.ts';
import { absent, anyDate, atMost } from './conditions.ts';
import { ROUNDS } from './operationChanges.ts';
import type { OperationRow } from './schemas/operation.ts';
import type { Table } from './table.ts';

type Rows = Table<OperationRow>;
type Cards = OperationRow['cards'];

/** Which cards of an operation stand where, and what they show (protocol.md, "Deliveries"). */
export function openCardBook(
  rows: Rows,
  machine: Machine,
): Pick<Operations, 'showed' | 'forgetCard' | 'staleCards' | 'leaseCards' | 'releaseCards'> {
  return {
    showed(reference, card) {
      const key = cardKey(card.address);
      const raised = (cards: Cards) => {
        const known = cards[key];
        return known && known.revision >= card.revision ? null : { ...cards, [key]: card };
      };
      return note(rows, machine, reference, key, raised);
    },
    forgetCard(reference, address) {
      const key = cardKey(address);
      const without = ({ [key]: gone, ...others }: Cards) => (gone ? others : null);
      return note(rows, machine, reference, key, without);
    },
    leaseCards(reference, machineNow, until) {
      const free = [{ showing: absent() }, { showing: atMost(machineNow) }];
      return rows.update({ _id: reference, $or: free }, { $set: { showing: until } });
    },
    async releaseCards(reference, until) {
      await rows.update({ _id: reference, showing: until }, { $unset: { showing: '' } });
    },
    async staleCards(channels, limit) {
      if (channels.length === 0) return [];
      const reachable = channels.map((channel) => ({ [`behind.${channel}`]: true }));
      const filter = { behindSince: anyDate(), $or: reachable };
      const found = await rows.find(filter, { sort: { behindSince: 1 }, limit, fields: ['rev', 'cards'] });
      return found.map(({ _id, rev, cards }) => {
        const stale = staleOf(cards, rev).filter((card) => channels.includes(card.address.channel));
        return { reference: _id, rev, cards: stale };
      });
    },
  };
}

/** Changes one card of those that are there now, filtered on having seen them all: the marks stay true. */
async function note(
  rows: Rows,
  machine: Machine,
  reference: string,
  key: string,
  after: (cards: Cards) => Cards | null,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = await rows.one({ _id: reference }, { fields: ['rev', 'look', 'cards'] });
    const cards = seen && after(seen.cards);
    if (!cards) return;
    const { $set, $unset } = marks(cards, seen.rev, new Date(machine.now()));
    const card = cards[key];
    const matched = await rows.update(
      { _id: reference, rev: seen.rev, look: seen.look },
      {
        $set: card ? { ...$set, [`cards.${key}`]: card } : $set,
        $unset: card ? $unset : { ...$unset, [`cards.${key}`]: '' },
        $inc: { look: 1 },
      },
    );
    if (matched) return;
  }
  throw new Error(`the cards of ${reference} change faster than they can be noted`);
}
