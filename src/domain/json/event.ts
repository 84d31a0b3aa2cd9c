import { type AuditEvent, EVENT_WORDS, type RecordedEvent } from '../event.ts';
import { type Instant, millisecondsOf, ofMilliseconds } from '../instant.ts';
import * as read from './reader.ts';
import { type JsonObject, list, object, ok, oneOf, optional, type Parsed, said, word } from './reader.ts';
import { parseChange } from './subscription.ts';
import { inKeyOrder } from './write.ts';

interface EventLine extends AuditEvent {
  /** When it was committed, in real time: orders events of one instant. */
  readonly recordedAt?: Instant;
}

const eventLine = object<EventLine>({
  id: word,
  at: read.instant,
  what: oneOf(EVENT_WORDS),
  command: optional(word),
  operation: optional(word),
  subscription: optional(word),
  person: optional(word),
  roles: optional(list(word)),
  identity: optional(said),
  place: optional(said),
  reason: optional(said),
  reasonText: optional(said),
  code: optional(word),
  because: optional(word),
  comment: optional(said),
  rules: list(word),
  before: optional(parseChange),
  after: optional(parseChange),
  recordedAt: optional(read.instant),
});

/** An event as a line has it: not every one says when it was recorded. */
export interface EventRead {
  readonly event: AuditEvent;
  readonly recorded: number | null;
}

/** A line of the audit trail, as `export` wrote it. */
export function parseEvent(value: unknown, name = 'event'): Parsed<EventRead> {
  const parsed = eventLine(value, name);
  if (!parsed.ok) return parsed;
  const { recordedAt, ...event } = parsed.value;
  return ok({ event, recorded: recordedAt === undefined ? null : millisecondsOf(recordedAt) });
}

export function eventToJson({ event, recorded }: RecordedEvent): JsonObject {
  const { id, at, what, ...rest } = event;
  return { id, at, what, ...inKeyOrder(rest), recordedAt: ofMilliseconds(recorded) };
}
