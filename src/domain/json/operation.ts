import { EVENT_WORDS } from '../event.ts';
import { type Instant, millisecondsOf, ofMilliseconds } from '../instant.ts';
import type {
  NamedSku,
  Operation,
  OperationRecord,
  OperationResult,
  OperationState,
  PlannedStep,
  Snapshot,
  Step,
  Tier,
} from '../operation/operation.ts';
import { LANGUAGES, ROLES } from '../person.ts';
import { parseAccepted, parseRefused } from './accepted.ts';
import { parseAddress } from './address.ts';
import { parseCommand } from './command.ts';
import { decisionToJson } from './decision.ts';
import { parseCustomer } from './parties.ts';
import * as read from './reader.ts';
import {
  bad,
  decimal,
  isObject,
  type JsonObject,
  list,
  nullable,
  object,
  ok,
  oneOf,
  optional,
  type Parsed,
  type Reader,
  said,
  text,
  word,
} from './reader.ts';
import { parseChange, parseSubscription } from './subscription.ts';
import { inKeyOrder } from './write.ts';

/** What an export waits out: a draft is none yet, and whoever is at work finishes where it began (protocol.md). */
const MOVABLE = [
  'awaiting-confirmation',
  'awaiting-approval',
  'done',
  'failed',
  'declined',
  'expired',
  'withdrawn',
  'unknown',
] as const satisfies readonly OperationState[];

const TIERS: readonly Tier[] = [0, 1, 2, 3, 4];

const tier: Reader<Tier> = (value, name) => {
  const found = TIERS.find((one) => one === value);
  return found === undefined ? bad(`${name} must be one of ${TIERS.join(', ')}`) : ok(found);
};

const step = object<Step>({
  what: oneOf(['proposed', 'confirmed', 'approved', 'declined', 'withdrawn']),
  person: word,
  at: read.instant,
  comment: optional(said),
});

const snapshot = object<Snapshot>({
  subscription: parseSubscription,
  customer: parseCustomer,
  addOns: list(parseSubscription),
  base: nullable(parseSubscription),
  target: optional(parseSubscription),
  skus: optional(
    list(object<NamedSku>({ productId: word, skuId: word, offerName: text, unitPrice: nullable(decimal) })),
  ),
});

const plannedStep = object<PlannedStep>({
  subscription: word,
  version: read.count,
  after: parseChange,
  creates: optional(parseSubscription),
  due: optional(object<NonNullable<PlannedStep['due']>>({ what: oneOf(EVENT_WORDS), rules: list(word) })),
});

type Of<Part extends Partial<OperationResult>> = Extract<OperationResult, Part>;

const done = object<Of<{ outcome: 'done' }>>({
  outcome: oneOf(['done']),
  at: read.instant,
  decision: parseAccepted,
});
const refused = object<Of<{ why: 'refused' }>>({
  outcome: oneOf(['failed']),
  at: read.instant,
  why: oneOf(['refused']),
  decision: parseRefused,
});
const failed = object<Of<{ why: 'terms-changed' | 'provider' | 'missing' }>>({
  outcome: oneOf(['failed']),
  at: read.instant,
  why: oneOf(['terms-changed', 'provider', 'missing']),
});

const result: Reader<OperationResult> = (value, name) => {
  if (!isObject(value) || value['outcome'] === 'done') return done(value, name);
  return value['why'] === 'refused' ? refused(value, name) : failed(value, name);
};

/** An operation's fields as a line has them. Its lease stays behind: whoever held it is elsewhere. */
interface OperationLine extends Omit<Operation, 'lease'> {
  readonly insertedAt?: Instant;
  readonly cards?: OperationRecord['cards'];
}

const operationLine = object<OperationLine>({
  reference: word,
  state: oneOf(MOVABLE),
  rev: read.count,
  requester: word,
  subjects: list(word),
  command: parseCommand,
  presentation: oneOf(['plain', 'cancel-at-renewal']),
  tier,
  approvers: nullable(list(oneOf(ROLES))),
  decision: parseAccepted,
  snapshot,
  language: oneOf(LANGUAGES),
  place: parseAddress,
  createdAt: read.instant,
  expiresAt: read.instant,
  attempt: nullable(word),
  at: nullable(read.instant),
  plan: nullable(list(plannedStep)),
  requestId: nullable(word),
  steps: list(step),
  result: nullable(result),
  because: nullable(word),
  replacedBy: nullable(word),
  replaces: nullable(word),
  insertedAt: optional(read.instant),
  cards: optional(
    list(object<OperationRecord['cards'][number]>({ address: parseAddress, revision: read.count })),
  ),
});

/** An operation of `export --everything`. */
export function parseOperation(value: unknown, name = 'operation'): Parsed<OperationRecord> {
  const parsed = operationLine(value, name);
  if (!parsed.ok) return parsed;
  const { insertedAt, cards = [], ...fields } = parsed.value;
  const operation = { ...fields, lease: null };
  return ok({ operation, insertedAt: millisecondsOf(insertedAt ?? operation.createdAt), cards });
}

/** The way there: money as decimals, as everywhere outside. */
export function operationToJson({ operation, insertedAt, cards }: OperationRecord): JsonObject {
  const { reference, state, rev, lease: _, decision, result, ...rest } = operation;
  const ended =
    result && 'decision' in result ? { ...result, decision: decisionToJson(result.decision) } : result;
  const said = { ...rest, decision: decisionToJson(decision), result: ended };
  return {
    reference,
    state,
    rev,
    ...inKeyOrder(said),
    insertedAt: ofMilliseconds(insertedAt),
    cards: inKeyOrder(cards),
  };
}
