import type { Operation } from '../domain/operation/operation.ts';
import { isFinal } from '../domain/operation/states.ts';
import type { Desk } from '../ports/desk.ts';
import { execute } from './execute.ts';

/** How long an answer waits for the result (F-82), real time, milliseconds. */
const PATIENCE = 10_000;
const LOOK_AGAIN = 50;

/** Executes what was just queued and waits for `done`, `failed` or `unknown`, then says how far it came. */
export async function settle(desk: Desk, queued: Operation): Promise<Operation> {
  const giveUpAt = desk.machine.now() + PATIENCE;
  const enough = new AbortController();
  const working = execute(desk, queued.reference).catch((outage: unknown) => {
    desk.logger.warn({ operation: queued.reference, err: outage }, 'left to the worker');
    return null;
  });
  const executed = await Promise.race([
    working,
    desk.machine.sleep(PATIENCE, enough.signal).then(() => null),
  ]);
  enough.abort();
  return executed && isSettled(executed) ? executed : watch(desk, queued, giveUpAt);
}

/** Somebody else has the work: its result is read, not made. */
async function watch(desk: Desk, queued: Operation, giveUpAt: number): Promise<Operation> {
  for (;;) {
    const present = (await desk.operations.get(queued.reference)) ?? queued;
    if (isSettled(present) || desk.machine.now() >= giveUpAt) return present;
    await desk.machine.sleep(LOOK_AGAIN);
  }
}

function isSettled(operation: Operation): boolean {
  return isFinal(operation) || operation.state === 'unknown';
}
