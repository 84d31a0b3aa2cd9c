import type { Actor } from '../application/outcomes.ts';
import type { Language, Person } from '../domain/person.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reader, View } from '../views/view.ts';
import type { Envelope, Reply, Turn } from './inbound.ts';
import type { NameIndex } from './nameIndex.ts';

/** What every part of the conversation is given: the desk, its names, and the turn in hand. */
export interface Talk {
  readonly desk: Desk;
  readonly index: NameIndex;
  readonly turn: Turn;
  /** Drawn by the inbox for the operation that this message may become (protocol.md, step 0). */
  readonly reference: string | null;
}

/** An answer and how it is to be placed. */
export interface Answer {
  readonly view: View;
  readonly replaces?: boolean;
}

/** Who that account is; null for one that is linked to nobody. */
export function whoIs(desk: Desk, from: Envelope['from']): Promise<Person | null> {
  return 'person' in from ? desk.directory.person(from.person) : desk.directory.byIdentity(from);
}

/** The turn of an envelope: a person's own language and zone come before the account's. */
export async function turnOf(desk: Desk, envelope: Envelope): Promise<Turn> {
  const person = await whoIs(desk, envelope.from);
  const language = person?.language ?? languageOf(envelope.locale);
  const timeZone = person?.timeZone ?? envelope.timeZone ?? 'UTC';
  return {
    correlation: desk.ids.unique(),
    person,
    identity: identityOf(envelope.from),
    place: envelope.place,
    personal: envelope.personal,
    language,
    reader: readerOf(desk, person, language, timeZone),
  };
}

export function readerOf(desk: Desk, person: Person | null, language: Language, timeZone: string): Reader {
  return { language, timeZone, now: desk.clock.now(), person };
}

function languageOf(locale: string | null): Language {
  return locale?.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

function identityOf(from: Envelope['from']): string {
  if ('person' in from) return `${from.channel}//${from.person}`;
  return from.channel === 'teams' ? `teams/${from.tenant}/${from.user}` : `slack/${from.team}/${from.user}`;
}

/** The turn's person as the application wants to know who acts. */
export function actorOf({ person, identity, place, language, correlation }: Turn): Actor {
  return { person, identity, place, language, correlation };
}

/** F-97, G-1: nobody without a role sees or does anything. */
export function hasRole(person: Person | null): person is Person {
  return person !== null && person.roles.length > 0;
}

const PRIVATE: ReadonlySet<View['view']> = new Set([
  'not-allowed',
  'help',
  'who-am-i',
  'my-requests',
  'approvals',
  'not-understood',
  'expired-draft',
  'welcome',
]);

/** The reply of an answer: private words go to the one who spoke. */
export function replyOf({ correlation, reader }: Turn, { view, replaces = false }: Answer): Reply {
  const heldBack = view.view === 'nothing-changed' && view.operation === undefined;
  const audience = PRIVATE.has(view.view) || heldBack ? 'person' : 'everyone';
  return { view, reader, correlation, audience, replaces };
}
