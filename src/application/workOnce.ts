import type { Desk } from '../ports/desk.ts';
import { announceDays } from './announce.ts';
import type { DueLine } from './dueRun.ts';
import { relay } from './relay.ts';
import { runAllDue } from './runDue.ts';

/** `worker --once`: everything due now, what it wrote down, and what is to be announced of it. */
export async function workAllOnce(desk: Desk): Promise<readonly DueLine[]> {
  const done = await runAllDue(desk);
  await relay(desk);
  await announceDays(desk);
  return done;
}
