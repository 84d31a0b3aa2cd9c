import { createHash } from 'node:crypto';
import type { Address } from '../domain/operation/operation.ts';
import type { CardShown } from '../ports/operations.ts';
import type { OperationRow } from './schemas/operation.ts';
import type { Update } from './table.ts';

type Cards = OperationRow['cards'];

/** A map's key for a place: no dot, no dollar, never a number, the same on every machine. */
export function cardKey({ channel, workspace, conversation, message }: Address): string {
  const place = JSON.stringify([channel, workspace, conversation, message]);
  return `c${createHash('sha256').update(place).digest('base64url').slice(0, 22)}`;
}

/** The cards that show less than the present revision. */
export function staleOf(cards: Cards, rev: number): readonly CardShown[] {
  return Object.values(cards).filter((card) => card.revision < rev);
}

/** What the row says of its cards being behind: on which channels, and since when (for the index). */
export function marks(cards: Cards, rev: number, now: Date): Required<Pick<Update, '$set' | '$unset'>> {
  const channels = staleOf(cards, rev).map((card) => card.address.channel);
  if (channels.length === 0) return { $set: {}, $unset: { behind: '', behindSince: '' } };
  const behind = Object.fromEntries(channels.map((channel) => [channel, true]));
  return { $set: { behind, behindSince: now }, $unset: {} };
}
