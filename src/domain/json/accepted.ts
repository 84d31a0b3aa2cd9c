import { parseMoney } from '../money.ts';
import { REFUSAL_CODES } from '../refusal.ts';
import { LIFECYCLE_COMMANDS } from '../subscription/command.ts';
import type { Accepted, Alternative, Refund, Refused } from '../subscription/decision.ts';
import * as read from './reader.ts';
import { bad, list, nullable, object, ok, oneOf, optional, type Reader, word } from './reader.ts';
import { parseChange, scheduledChange } from './subscription.ts';

// The way back of decision.ts: decisions as `export --everything` carries them.

type RefundLine = Omit<Refund, 'amount'> & { readonly amount: string; readonly currency: string };

const refundLine = object<RefundLine>({
  amount: read.decimal,
  currency: read.currency,
  basis: oneOf(['full', 'prorated']),
  estimate: read.flag,
  as: oneOf(['next-invoice-credit', 'refund']),
  usedDays: optional(read.count),
  periodDays: optional(read.count),
});

const refund: Reader<Refund> = (value, name) => {
  const parsed = refundLine(value, name);
  if (!parsed.ok) return parsed;
  const { amount: text, currency, ...rest } = parsed.value;
  const amount = parseMoney(text, currency);
  return amount === null ? bad(`${name}.amount must be an amount of ${currency}`) : ok({ amount, ...rest });
};

const onlyTrue: Reader<true> = (value, name) => (value === true ? ok(true) : bad(`${name} must be true`));

const lost = object<Accepted['lost']>({
  autoRenew: optional(onlyTrue),
  scheduledChange: optional(scheduledChange),
  addOns: optional(list(word)),
});

export const parseAccepted: Reader<Accepted> = object<Accepted>({
  outcome: oneOf(['accepted']),
  command: oneOf(LIFECYCLE_COMMANDS),
  rules: list(word),
  effective: read.instant,
  refund: nullable(refund),
  access: oneOf(['ends-now', 'unchanged', 'blocked-now', 'restored-now', 'ends-at-effective']),
  billing: oneOf(['stops', 'continues', 'unchanged']),
  reversible: read.flag,
  lost,
  before: parseChange,
  after: parseChange,
  deadline: nullable(read.instant),
  target: optional(
    object<NonNullable<Accepted['target']>>({
      subscriptionId: nullable(word),
      before: nullable(parseChange),
      after: parseChange,
    }),
  ),
});

const ALTERNATIVES: readonly Alternative[] = [
  'auto-renew-off',
  'auto-renew-on',
  'schedule-fewer-licences',
  ...LIFECYCLE_COMMANDS.filter((command) => command !== 'set-auto-renew'),
];

export const parseRefused: Reader<Refused> = object<Refused>({
  outcome: oneOf(['refused']),
  command: oneOf(LIFECYCLE_COMMANDS),
  code: oneOf(REFUSAL_CODES),
  rules: list(word),
  since: optional(read.instant),
  alternatives: list(oneOf(ALTERNATIVES)),
});
