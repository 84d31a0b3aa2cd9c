import { startOfDay, type Topic } from '../domain/announcement.ts';
import { plus } from '../domain/instant.ts';
import type { NoticeBoard, Wish } from '../domain/noticeBoard.ts';
import type { Address } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';
import type { Actor } from './outcomes.ts';

export interface Wanted {
  readonly topics: readonly Topic[];
  /** null: every customer. */
  readonly customer: string | null;
}

/** What became of it, and what is announced there from now on. */
export interface Wished {
  readonly changed: boolean;
  readonly wishes: readonly Wish[];
}

/** Somebody else changes the same place in between each time: more rounds than that is a defect. */
const ROUNDS = 12;

/** From now on these are announced where it was said; asking again changes nothing. */
export function wish(desk: Desk, actor: Actor, wanted: Wanted): Promise<Wished> {
  const since = desk.clock.now();
  const person = actor.person?.id ?? '';
  return changeWishes(desk, actor, (wishes) => {
    const missing = wanted.topics.filter((topic) => !wishes.some((one) => isSame(one, topic, wanted)));
    return [...wishes, ...missing.map((topic) => ({ topic, customer: wanted.customer, person, since }))];
  });
}

/** No longer these; without a customer, of nobody. A wish for every customer stands when only one is named. */
export function unwish(desk: Desk, actor: Actor, { topics, customer }: Wanted): Promise<Wished> {
  return changeWishes(desk, actor, (wishes) =>
    wishes.filter((one) => !(topics.includes(one.topic) && (customer === null || one.customer === customer))),
  );
}

function isSame(wish: Wish, topic: Topic, { customer }: Wanted): boolean {
  return wish.topic === topic && wish.customer === customer;
}

async function changeWishes(
  desk: Desk,
  actor: Actor,
  change: (wishes: readonly Wish[]) => readonly Wish[],
): Promise<Wished> {
  const address = placeFor(actor.place);
  const id = boardId(address);
  for (let round = 0; round < ROUNDS; round += 1) {
    const board = (await desk.boards.get(id)) ?? emptyBoard(desk, actor, id, address);
    const wishes = change(board.wishes);
    if (wishes.length === board.wishes.length) return { changed: false, wishes };
    if (await store(desk, actor, { ...board, address, wishes })) return { changed: true, wishes };
  }
  throw new Error(`the wishes of ${id} change faster than they can be noted`);
}

/** `rev` 0 is not stored yet; a place without wishes is forgotten. */
function store(desk: Desk, actor: Actor, board: NoticeBoard): Promise<boolean> {
  if (board.rev === 0) return desk.boards.insert({ ...board, rev: 1 });
  if (board.wishes.length === 0) return desk.boards.remove(board.id, board.rev);
  return desk.boards.change({ ...board, ...readers(actor) });
}

/** Today's marks are told too. */
function emptyBoard(desk: Desk, actor: Actor, id: string, address: Address): NoticeBoard {
  const told = plus(startOfDay(desk.clock.now()), { days: -1 });
  return { id, address, ...readers(actor), wishes: [], rev: 0, told, telling: null };
}

function readers({ language, person }: Actor): Pick<NoticeBoard, 'language' | 'timeZone'> {
  return { language, timeZone: person?.timeZone ?? 'UTC' };
}

/** The channel itself: a message of its own there, not an answer in the thread where it was asked (platforms.md 1.1, 2.3). */
function placeFor({ message: _, extra: { thread: __, ...extra }, ...place }: Address): Address {
  const [conversation = ''] = place.conversation.split(';messageid=');
  return { ...place, conversation, message: '', extra };
}

function boardId({ channel, workspace, conversation }: Address): string {
  return [channel, workspace, conversation].map(encodeURIComponent).join('/');
}
