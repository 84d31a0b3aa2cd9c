import { historyOf, people as peopleOf } from '../application/query.ts';
import type { Query } from '../commands/defineCommand.ts';
import type { View } from '../views/view.ts';
import { shown } from './context.ts';
import { helpView } from './helpView.ts';
import { listView, namesMany, renewalsView } from './lists.ts';
import type { Pending } from './memory.ts';
import { statusView } from './outcomes.ts';
import { previewView } from './previewing.ts';
import { requestsView } from './requests.ts';
import { subscriptionView } from './showing.ts';
import { askView, candidatesOf, findSubject } from './subjectOf.ts';
import type { Talk } from './turn.ts';

const MOST_EVENTS = 50;

/** A sentence that reads something. */
export interface Asked {
  readonly query: Query;
  readonly subject: string | null;
  readonly pending: Pending;
}

/** The view that answers a reading (F-96). */
export async function read(talk: Talk, { query, subject, pending }: Asked): Promise<View> {
  switch (query.kind) {
    case 'help':
      return helpView(talk, subject);
    case 'whoami':
      return { view: 'who-am-i', person: talk.turn.person, identity: talk.turn.identity, actions: [] };
    case 'find':
    case 'list':
      return listView(talk, subject ?? '');
    case 'show':
      return showView(talk, subject, pending);
    case 'history':
      return historyView(talk, subject, pending);
    case 'renewals':
      return renewalsView(talk, subject ?? '', query.until);
    case 'preview':
      return previewView(talk, subject, pending);
    case 'my-requests':
      return requestsView(talk, 'my-requests');
    case 'approvals':
      return requestsView(talk, 'approvals');
    case 'operation-status':
      return subject === null ? requestsView(talk, 'my-requests') : statusView(talk, subject.toUpperCase());
  }
}

/** One subscription; a customer's name alone gives its list (F-96). */
async function showView(talk: Talk, subject: string | null, pending: Pending): Promise<View> {
  if (subject !== null && (await namesMany(talk, subject))) return listView(talk, subject);
  const found = await findSubject(talk, subject, pending, true);
  if (found.kind === 'view') return found.view;
  return (await subscriptionView(talk, found.subscription)) ?? listView(talk, subject ?? '');
}

async function historyView(talk: Talk, subject: string | null, pending: Pending): Promise<View> {
  const found = await findSubject(talk, subject, pending, true);
  return found.kind === 'view' ? found.view : historyOfOne(talk, found.subscription);
}

/** What happened to a subscription, latest last, with who did it. */
export async function historyOfOne(talk: Talk, subscriptionId: string): Promise<View> {
  const [of = null] = await candidatesOf(talk, [subscriptionId]);
  const reference = of?.subscription.reference ?? '';
  const events = await historyOf(talk.desk, reference, MOST_EVENTS);
  const people = await peopleOf(
    talk.desk,
    events.flatMap(({ person }) => (person === undefined ? [] : [person])),
    talk.turn.person,
  );
  await shown(talk, subscriptionId);
  return { view: 'history', of, words: reference, events, people, actions: [] };
}

/** "Search again": asks for other words. */
export function searchView(talk: Talk, pending: Pending): Promise<View> {
  return askView(talk, pending, 'subscription');
}
