import type { Desk } from './desk.ts';
import { pin } from './operations.ts';

const WRITERS = 16;

/** All that a database can be asked for, for so long: sixteen writers, and somebody who reads everything without an index. */
export async function underLoad(desk: Desk, milliseconds: number, turn: () => number): Promise<void> {
  const end = performance.now() + milliseconds;
  const untilThen = async (work: () => Promise<unknown>): Promise<void> => {
    while (performance.now() < end) await work();
  };
  const scan = () => desk.bare.collection('subscriptions').findOne({ offerName: 'nothing is called so' });
  const writers = Array.from({ length: WRITERS }, () => untilThen(() => pin(desk, turn())));
  await Promise.all([untilThen(scan), ...writers]);
}
