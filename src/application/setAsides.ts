import type { Desk } from '../ports/desk.ts';
import type { SetAside } from '../ports/setbacks.ts';

/** Enough to be read; how many there are in all is counted no further. */
const PAGE = 100;

/** Due work that failed too often, longest first, by what it is. */
export interface SetAsides {
  readonly subscriptions: readonly SetAside[];
  readonly operations: readonly SetAside[];
}

export async function setAsides({ subscriptions, operations }: Desk): Promise<SetAsides> {
  return { subscriptions: await subscriptions.aside(PAGE), operations: await operations.aside(PAGE) };
}

/** Puts all of it back where it was due (`doctor --retry`); how many there were. */
export async function retryAll(desk: Desk): Promise<number> {
  const { subscriptions, operations } = await setAsides(desk);
  for (const { id } of subscriptions) await desk.subscriptions.putBack(id);
  for (const { id } of operations) await desk.operations.putBack(id);
  return subscriptions.length + operations.length;
}
