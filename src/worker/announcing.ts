import { announceDays } from '../application/announce.ts';
import { type Telling, tell } from '../application/tell.ts';
import type { Desk } from '../ports/desk.ts';

/** How announcements are posted, on the channels that this process has. */
export type Announcing = Omit<Telling, 'patience'>;

/** What is coming is written down by every worker, and posted by one that has the channel. */
export function announcingChores(desk: Desk, announcing: Announcing | undefined) {
  const patience: Telling['patience'] = new Map();
  return [
    { name: 'announce', run: () => announceDays(desk) },
    announcing ? { name: 'tell', run: () => tell(desk, { ...announcing, patience }) } : null,
  ];
}
