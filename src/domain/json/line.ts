import type { Person } from '../person.ts';
import type { Customer, Partner, Subscription } from '../subscription/subscription.ts';
import { type OfferLine, parseOffer } from './offer.ts';
import { parseCustomer, parsePartner, parsePerson } from './parties.ts';
import { bad, isObject, ok, type Parsed, parseJson } from './reader.ts';
import { parseSubscription } from './subscription.ts';

/** A line of `import`: its kind, and what stands beside it. */
export type ParsedLine =
  | { readonly kind: 'partner'; readonly value: Partner }
  | { readonly kind: 'person'; readonly value: Person }
  | { readonly kind: 'customer'; readonly value: Customer }
  | { readonly kind: 'offer'; readonly value: OfferLine }
  | { readonly kind: 'subscription'; readonly value: Subscription };

const PARSERS = {
  partner: parsePartner,
  person: parsePerson,
  customer: parseCustomer,
  offer: parseOffer,
  subscription: parseSubscription,
} as const;

/** F-94: not an object, an unknown kind, a missing or unknown key, a wrong value. */
export function parseLine(line: string): Parsed<ParsedLine> {
  const json = parseJson(line);
  if (!json.ok) return json;
  if (!isObject(json.value)) return bad('not an object');
  const { kind, ...rest } = json.value;
  if (typeof kind !== 'string' || !Object.hasOwn(PARSERS, kind)) {
    return bad(`kind must be one of ${Object.keys(PARSERS).join(', ')}`);
  }
  const known = kind as keyof typeof PARSERS;
  const parsed = PARSERS[known](rest, known);
  return parsed.ok ? ok({ kind: known, value: parsed.value } as ParsedLine) : parsed;
}
