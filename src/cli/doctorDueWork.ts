import { retryAll, setAsides } from '../application/setAsides.ts';
import type { Desk } from '../ports/desk.ts';
import type { SetAside } from '../ports/setbacks.ts';
import type { Finding } from './finding.ts';

/** What failed too often and is out of the way: one line each, or one that all is well. `retries`: it is put back first. */
export async function examineDueWork(desk: Desk, retries: boolean): Promise<readonly Finding[]> {
  const back = retries ? await retryAll(desk) : 0;
  const { subscriptions, operations } = await setAsides(desk);
  const aside = [
    ...subscriptions.map((one) => named('subscription', one)),
    ...operations.map((one) => named('operation', one)),
  ];
  if (retries) return [{ well: true, what: `due work: ${back} put back for the worker` }, ...aside];
  return aside.length === 0 ? [{ well: true, what: 'due work: nothing is set aside' }] : aside;
}

function named(kind: 'subscription' | 'operation', { id, since, tries, why }: SetAside): Finding {
  return {
    well: false,
    what: `due work set aside: ${kind} ${id} since ${since}, after ${tries} tries: ${why}`,
    fix: 'Mend the cause, then run `subdesk doctor --retry`',
  };
}
