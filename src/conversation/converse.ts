import { answered, receive } from '../application/receive.ts';
import type { Address } from '../domain/operation/operation.ts';
import type { Language, Person } from '../domain/person.ts';
import type { Desk } from '../ports/desk.ts';
import type { InboxRow } from '../ports/inbox.ts';
import { guarded } from './boundary.ts';
import { answerClick } from './click.ts';
import type { Conversation, Envelope, Input, Reply } from './inbound.ts';
import { createNameIndex, type NameIndex } from './nameIndex.ts';
import { NO_ROLE } from './outcomes.ts';
import { presentOperation } from './present.ts';
import { answerSentence, nothing } from './sentence.ts';
import { withTaps } from './taps.ts';
import { type Answer, hasRole, replyOf, type Talk, turnOf, whoIs } from './turn.ts';

/** Older messages change nothing (conversation.md): milliseconds of the real clock. */
const STALE = 10 * 60_000;

/** The conversation of one desk, and what the worker needs to answer what a crash left. */
export interface DeskConversation extends Conversation {
  /** Answers an inbox row that was left unanswered; it says so where it is too old to act on. Where the reply belongs is its place. */
  answerLeft(row: InboxRow): Promise<{ readonly place: Address; readonly reply: Reply }>;
}

export function createConversation(desk: Desk): DeskConversation {
  const index = createNameIndex(desk);
  return {
    async receive(envelope) {
      if (envelope.input.kind === 'refresh') return { answer: () => answerTo(desk, index, envelope, null) };
      const row = await receive(desk, inboxId(envelope), { envelope });
      if (row === 'duplicate') return 'duplicate';
      return { answer: () => answerRow(desk, index, envelope, row) };
    },
    present: (operation, person, language: Language, timeZone) =>
      presentOperation(desk, operation, { person, language, timeZone }),
    whoIs: (from): Promise<Person | null> => whoIs(desk, from),
    showed: (operation, address, revision) => desk.operations.showed(operation, { address, revision }),
    async answerLeft(row) {
      const { envelope } = row.payload as { readonly envelope: Envelope };
      return { place: envelope.place, reply: await answerTo(desk, index, envelope, row.reference) };
    },
  };
}

function inboxId({ event, place }: Envelope): string {
  return `${place.channel}/${place.workspace}/${event}`;
}

async function answerRow(desk: Desk, index: NameIndex, envelope: Envelope, row: InboxRow): Promise<Reply> {
  const reply = await answerTo(desk, index, envelope, row.reference);
  // Unmarked, it is answered again by the worker: by then it is done already, or too old to act on.
  await answered(desk, row).catch((error: unknown) =>
    desk.logger.warn({ correlation: reply.correlation, err: error }, 'an answer was not marked'),
  );
  return reply;
}

function answerTo(
  desk: Desk,
  index: NameIndex,
  envelope: Envelope,
  reference: string | null,
): Promise<Reply> {
  return guarded(desk, envelope, async () => {
    const turn = await turnOf(desk, envelope);
    const talk: Talk = { desk, index, turn, reference };
    if (envelope.personal && turn.person) await desk.addresses.remember(turn.person.id, envelope.place);
    return replyOf(turn, await answerInput(talk, envelope));
  });
}

async function answerInput(talk: Talk, { input, sentAt }: Envelope): Promise<Answer> {
  if (input.kind === 'refresh') return refresh(talk, input.on);
  if (input.kind === 'arrival') return { view: { view: 'welcome', actions: [] } };
  if (talk.desk.machine.now() - sentAt > STALE) return { view: nothing('stale', []) };
  if (input.kind === 'click') return answerClick(talk, input);
  const held = heldBack(input);
  return { view: held ? nothing(held, []) : await withTaps(talk, await answerSentence(talk, input.text)) };
}

function heldBack(input: Extract<Input, { readonly kind: 'sentence' }>): 'bot' | 'edited' | null {
  if (input.bot) return 'bot';
  return input.edited ? 'edited' : null;
}

/** The card's present state; it changes nothing. */
async function refresh({ desk, turn }: Talk, on: string): Promise<Answer> {
  if (!hasRole(turn.person)) return { view: NO_ROLE };
  const { person, language } = turn;
  const reply = await presentOperation(desk, on, { person, language, timeZone: turn.reader.timeZone });
  return { view: reply?.view ?? { view: 'expired-draft', actions: [] }, replaces: reply !== null };
}
