import { setTimeout as sleep } from 'node:timers/promises';
import { inTurn } from '../measure.ts';
import { costRow, type Row } from '../table.ts';
import type { Desk } from './desk.ts';
import { underLoad } from './load.ts';
import type { Pair } from './pair.ts';
import { besideEach } from './rows.ts';

const MILLISECONDS = 2_000;
const NAME = 'event loop of the main thread, p99: database loaded';

/** The main thread beside the database's: while that one works, at rest, and while the other server works instead. */
export async function eventLoopRows(
  rounds: number,
  { embedded, ours, theirs }: Pair,
  turn: () => number,
): Promise<Row[]> {
  const delayUnder = (load: () => Promise<unknown>) => async () => {
    await embedded.ask('delay');
    await load();
    return embedded.ask('delay');
  };
  const loaded = (desk: Desk | null) =>
    desk ? delayUnder(() => underLoad(desk, MILLISECONDS, turn)) : async () => Number.NaN;
  const sides = [loaded(ours), loaded(theirs), delayUnder(() => sleep(MILLISECONDS))];
  const [own, others, idle] = await inTurn(rounds, sides);
  return [
    costRow(`${NAME} | idle`, besideEach(own, idle)),
    costRow(`${NAME} | other loaded instead`, besideEach(own, others)),
  ];
}
