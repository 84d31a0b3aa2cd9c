import { approvalsFor, myRequests, people as peopleOf } from '../application/query.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { View } from '../views/view.ts';
import { button, remember } from './memory.ts';
import type { Talk } from './turn.ts';

const MOST_REQUESTS = 20;

/** One's own requests, or those that wait for one's approval. */
export async function requestsView(talk: Talk, view: 'my-requests' | 'approvals'): Promise<View> {
  const { desk, turn } = talk;
  const operations = turn.person ? await operationsOf(talk, view) : [];
  const people = await peopleOf(
    desk,
    operations.map(({ requester }) => requester),
    turn.person,
  );
  const on = await remember(talk, { kind: 'ways-on' }, 'own');
  return {
    view,
    on,
    operations,
    people,
    actions: operations.slice(0, 5).map(({ reference }) => button(`status-${reference}`)),
  };
}

async function operationsOf(
  { desk, turn }: Talk,
  view: 'my-requests' | 'approvals',
): Promise<readonly Operation[]> {
  if (!turn.person) return [];
  return view === 'approvals'
    ? approvalsFor(desk, turn.person)
    : myRequests(desk, turn.person.id, MOST_REQUESTS);
}
