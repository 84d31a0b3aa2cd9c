import type { Instant } from '../instant.ts';
import { rulebookNamed } from '../policies/rulebooks/index.ts';
import type { LifecycleCommand } from '../subscription/command.ts';
import { type DecideInput, decide } from '../subscription/decide.ts';
import { due } from '../subscription/due.ts';
import type { Customer, Partner, SkuFacts, Subscription } from '../subscription/subscription.ts';
import { parseCommand } from './command.ts';
import { decisionToJson } from './decision.ts';
import { parseCustomer, parsePartner } from './parties.ts';
import {
  bad,
  instant,
  isObject,
  type JsonObject,
  list,
  nullable,
  object,
  ok,
  optional,
  type Parsed,
  parseJson,
  type Reader,
} from './reader.ts';
import { parseSkuFacts, parseSubscription } from './subscription.ts';

/** What holds where a line does not say (F-14). */
export interface LineDefaults {
  readonly now: Instant;
  readonly rulebook: string;
}

interface DecideLine {
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly partner: Partner | null;
  readonly command: LifecycleCommand;
  readonly now?: Instant;
  readonly rulebook?: string;
  readonly sku: SkuFacts | null;
  readonly addOns: readonly Subscription[] | null;
  readonly base: Subscription | null;
  readonly target: Subscription | null;
}

const rulebook: Reader<string> = (value, name) =>
  typeof value === 'string' && rulebookNamed(value) !== null ? ok(value) : bad(`${name} is unknown`);

const decideLineReader = object<DecideLine>({
  subscription: parseSubscription,
  customer: parseCustomer,
  partner: nullable(parsePartner),
  command: parseCommand,
  now: optional(instant),
  rulebook: optional(rulebook),
  sku: nullable(parseSkuFacts),
  addOns: nullable(list(parseSubscription)),
  base: nullable(parseSubscription),
  target: nullable(parseSubscription),
});

/** A line of `decide` as the rules want it, or why it is none. */
export function parseDecideLine(value: unknown, defaults: LineDefaults): Parsed<DecideInput> {
  const parsed = decideLineReader(value, 'line');
  if (!parsed.ok) return parsed;
  return ok({ ...defaults, ...parsed.value, addOns: parsed.value.addOns ?? [] });
}

/** One line in, one object out, whatever the line is (F-14). */
export function decideLine(line: string, defaults: LineDefaults): JsonObject {
  return answer(line, (value) => {
    const parsed = parseDecideLine(value, defaults);
    return parsed.ok ? decisionToJson(decide(parsed.value)) : badInput(parsed.problem);
  });
}

interface DueLine {
  readonly subscription: Subscription;
  readonly customer: Customer | null;
  readonly rulebook?: string;
  /** Where a scheduled upgrade goes (F-47). */
  readonly target?: Subscription;
}

const dueLineReader = object<DueLine>(
  {
    subscription: parseSubscription,
    customer: nullable(parseCustomer),
    rulebook: optional(rulebook),
    target: optional(parseSubscription),
  },
  // So that a line of `decide` may be given to both.
  ['now', 'partner', 'command', 'sku', 'addOns', 'base'],
);

/** What the clock will do next (F-51), of a line of `due`. */
export function dueLine(line: string, defaults: Pick<LineDefaults, 'rulebook'>): JsonObject {
  return answer(line, (value) => {
    const parsed = dueLineReader(value, 'line');
    if (!parsed.ok) return badInput(parsed.problem);
    const { subscription, customer, rulebook: name = defaults.rulebook, target } = parsed.value;
    return { ...due(subscription, customer ?? undefined, rulebookNamed(name) ?? undefined, target) };
  });
}

/** Whether a line was answered with bad input: exit 2 (F-14). */
export function isBadInput(answered: JsonObject): boolean {
  return answered['outcome'] === 'error';
}

function answer(line: string, decided: (value: unknown) => JsonObject): JsonObject {
  const json = parseJson(line);
  if (!json.ok) return badInput(json.problem);
  return isObject(json.value) ? decided(json.value) : badInput('not an object');
}

function badInput(message: string): JsonObject {
  return { outcome: 'error', code: 'bad-input', message };
}
