import { eventToJson } from '../domain/json/event.ts';
import { noticeBoardToJson } from '../domain/json/noticeBoard.ts';
import { parseOffer } from '../domain/json/offer.ts';
import { operationToJson } from '../domain/json/operation.ts';
import { parseCustomer, parsePartner, parsePerson } from '../domain/json/parties.ts';
import type { Parsed } from '../domain/json/reader.ts';
import { parseSubscription } from '../domain/json/subscription.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import type { Operation, OperationRecord } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';
import type { StoredSubscription } from '../ports/subscriptions.ts';
import { relay } from './relay.ts';

/** One line of `export`: its kind first (interfaces.md). */
export type ExportLine = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Partner, people, customers, offers, subscriptions: what is stored; nothing due is applied (F-92). */
export async function* exportDesk(desk: Desk): AsyncGenerator<ExportLine> {
  yield* directoryLines(desk);
  for await (const { subscription } of desk.subscriptions.all())
    yield { kind: 'subscription', ...inOrder(parseSubscription, subscription) };
}

/** Every event, after what still stands in an outbox was written down. */
export async function* exportAudit(desk: Desk): AsyncGenerator<ExportLine> {
  await relay(desk);
  for await (const event of desk.audit.all()) yield { kind: 'event', ...event };
}

export async function* directoryLines(desk: Desk): AsyncGenerator<ExportLine> {
  const partner = await desk.directory.partner();
  if (partner !== null) yield { kind: 'partner', ...inOrder(parsePartner, partner) };
  for (const person of await desk.directory.people())
    yield { kind: 'person', ...inOrder(parsePerson, person) };
  for await (const customer of desk.directory.allCustomers())
    yield { kind: 'customer', ...inOrder(parseCustomer, customer) };
  for await (const offer of desk.catalogue.all()) yield { kind: 'offer', ...inOrder(parseOffer, offer) };
}

export function subscriptionLine({ subscription, version }: StoredSubscription): ExportLine {
  return { kind: 'subscription', ...inOrder(parseSubscription, subscription), version };
}

export function operationLine(record: OperationRecord): ExportLine {
  return { kind: 'operation', ...operationToJson(record) };
}

export function noticesLine(board: NoticeBoard): ExportLine {
  return { kind: 'notices', ...noticeBoardToJson(board) };
}

export async function* trailLines(desk: Desk): AsyncGenerator<ExportLine> {
  for await (const event of desk.audit.recorded()) yield { kind: 'event', ...eventToJson(event) };
}

/** Being executed: its effect may stand on one side only. */
export function isAtWork({ state }: Operation): boolean {
  return state === 'queued' || state === 'running';
}

/** The keys as a line has them, whatever order the database gave: the same desk, the same lines (F-93). */
function inOrder<T extends object>(parse: (value: unknown) => Parsed<T>, value: T): T {
  const parsed = parse(value);
  return parsed.ok ? parsed.value : value;
}
