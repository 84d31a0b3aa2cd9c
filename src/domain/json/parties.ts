import { type Identity, LANGUAGES, type Person, ROLES } from '../person.ts';
import type { Customer, Partner } from '../subscription/subscription.ts';
import {
  bad,
  country,
  instantOrDate,
  isObject,
  list,
  nullable,
  object,
  oneOf,
  type Parsed,
  type Reader,
  word,
} from './reader.ts';

const customer = object<Customer>({
  id: word,
  name: word,
  domain: word,
  country,
  segment: oneOf(['commercial', 'education', 'government', 'nonprofit']),
  accountOpenedAt: nullable(instantOrDate),
  firstBillingPeriodStart: nullable(instantOrDate),
});

export function parseCustomer(value: unknown, name = 'customer'): Parsed<Customer> {
  return customer(value, name);
}

const partner = object<Partner>({
  id: word,
  name: word,
  type: oneOf(['direct-bill', 'indirect-provider', 'indirect-reseller']),
  country,
  cloud: oneOf(['public', 'usgov']),
});

export function parsePartner(value: unknown, name = 'partner'): Parsed<Partner> {
  return partner(value, name);
}

const timeZone: Reader<string> = (value, name) => {
  const parsed = word(value, name);
  if (!parsed.ok) return parsed;
  return isTimeZone(parsed.value) ? parsed : bad(`${name} must be a time zone like Europe/Stockholm`);
};

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const teams = object<Extract<Identity, { channel: 'teams' }>>({
  channel: oneOf(['teams']),
  tenant: word,
  user: word,
});
const slack = object<Extract<Identity, { channel: 'slack' }>>({
  channel: oneOf(['slack']),
  team: word,
  user: word,
});

const identity: Reader<Identity> = (value, name) => {
  const channel = isObject(value) ? value['channel'] : undefined;
  if (channel === 'teams') return teams(value, name);
  if (channel === 'slack') return slack(value, name);
  return bad(`${name}.channel must be one of teams, slack`);
};

const person = object<Person>({
  id: word,
  name: word,
  roles: list(oneOf(ROLES)),
  language: oneOf(LANGUAGES),
  timeZone,
  identities: list(identity),
});

export function parsePerson(value: unknown, name = 'person'): Parsed<Person> {
  return person(value, name);
}
