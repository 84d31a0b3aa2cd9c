import type { Desk } from '../ports/desk.ts';
import type { Setbacks } from '../ports/setbacks.ts';
import { type DueRun, NOTHING } from './dueRun.ts';

/** After so many tries in vain it is set aside, and somebody must look at it (`doctor`). */
export const TRIES = 6;
/** The pause after the first failure, four times as long after each (real clock, milliseconds): in all about six minutes. */
const FIRST_PAUSE = 1_000;

/** Due work failed: it waits longer each time, and is out of the way after the last, so that the rest goes on. */
export async function setBack(desk: Desk, rows: Setbacks, id: string, error: unknown): Promise<DueRun> {
  const tries = await rows.failed(id);
  if (tries >= TRIES) {
    const why = error instanceof Error ? error.message : String(error);
    await rows.setAside(id, desk.clock.now(), why.slice(0, 500));
    desk.logger.error({ due: id, tries, err: error }, 'due work failed too often and is set aside');
  } else {
    await rows.postpone(id, desk.machine.now() + FIRST_PAUSE * 4 ** (tries - 1));
    desk.logger.warn({ due: id, tries, err: error }, 'due work failed and is tried again');
  }
  return NOTHING;
}
