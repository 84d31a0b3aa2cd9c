import type { NoticeBoard } from '../noticeBoard.ts';
import type { OperationRecord } from '../operation/operation.ts';
import type { Person } from '../person.ts';
import type { Customer, Partner, Subscription } from '../subscription/subscription.ts';
import { type EventRead, parseEvent } from './event.ts';
import { parseNoticeBoard } from './noticeBoard.ts';
import { type OfferLine, parseOffer } from './offer.ts';
import { parseOperation } from './operation.ts';
import { parseCustomer, parsePartner, parsePerson } from './parties.ts';
import { bad, count, isObject, ok, optional, type Parsed, parseJson } from './reader.ts';
import { parseSubscription } from './subscription.ts';

/** A line of `import`: its kind, and what stands beside it. */
export type ParsedLine =
  | { readonly kind: 'partner'; readonly value: Partner }
  | { readonly kind: 'person'; readonly value: Person }
  | { readonly kind: 'customer'; readonly value: Customer }
  | { readonly kind: 'offer'; readonly value: OfferLine }
  /** Only `export --everything` says how many events it has had. */
  | { readonly kind: 'subscription'; readonly value: Subscription; readonly version?: number }
  | { readonly kind: 'operation'; readonly value: OperationRecord }
  | { readonly kind: 'notices'; readonly value: NoticeBoard }
  | { readonly kind: 'event'; readonly value: EventRead };

export type LineKind = ParsedLine['kind'];
export type LineOf<Kind extends LineKind> = Extract<ParsedLine, { readonly kind: Kind }>;

const PARSERS = {
  partner: parsePartner,
  person: parsePerson,
  customer: parseCustomer,
  offer: parseOffer,
  subscription: parseSubscription,
  operation: parseOperation,
  notices: parseNoticeBoard,
  event: parseEvent,
} as const satisfies {
  readonly [Kind in LineKind]: (value: unknown, name?: string) => Parsed<LineOf<Kind>['value']>;
};

/** F-94: not an object, an unknown kind, a missing or unknown key, a wrong value. */
export function parseLine(line: string): Parsed<ParsedLine> {
  const json = parseJson(line);
  if (!json.ok) return json;
  if (!isObject(json.value)) return bad('not an object');
  const { kind, ...rest } = json.value;
  if (kind === 'cart')
    return bad('carts come with a later version of Subdesk; this one has nowhere to keep them');
  if (typeof kind !== 'string' || !Object.hasOwn(PARSERS, kind)) {
    return bad(`kind must be one of ${Object.keys(PARSERS).join(', ')}`);
  }
  const known = kind as LineKind;
  const parsed = PARSERS[known](rest, known);
  if (!parsed.ok) return parsed;
  const version = optional(count)(known === 'subscription' ? rest['version'] : null, `${known}.version`);
  return version.ok ? ok(lineOf(known, parsed.value, version.value)) : version;
}

function lineOf(kind: LineKind, value: unknown, version: number | undefined): ParsedLine {
  // Its own parser has answered for the value.
  return { kind, value, ...(version !== undefined && { version }) } as ParsedLine;
}
