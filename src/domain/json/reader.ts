import { type Instant, parseInstant, parseInstantOrDate } from '../instant.ts';
import { isCurrency, isDecimal } from '../money.ts';

/** What untrusted JSON turned out to be. The problem names the key, never the value. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** Reads one value; an absent key is `undefined`. */
export type Reader<T> = (value: unknown, name: string) => Parsed<T>;

export type JsonObject = Readonly<Record<string, unknown>>;

const LONGEST = 2000;
/** More than any channel lets somebody type into one field. */
const LONGEST_SAID = 20_000;

export function ok<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function bad(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}

/** A missing key is told apart from a wrong one. */
function wrong(
  value: unknown,
  name: string,
  expected: string,
): { readonly ok: false; readonly problem: string } {
  return bad(value === undefined ? `${name} is missing` : `${name} must be ${expected}`);
}

export const text: Reader<string> = (value, name) => {
  if (typeof value !== 'string') return wrong(value, name, 'a text');
  return value.length <= LONGEST ? ok(value) : bad(`${name} is longer than ${LONGEST} characters`);
};

/** What somebody typed: kept as it was said. */
export const said: Reader<string> = (value, name) => {
  if (typeof value !== 'string') return wrong(value, name, 'a text');
  return value.length <= LONGEST_SAID ? ok(value) : bad(`${name} is longer than ${LONGEST_SAID} characters`);
};

/** An id or a name: something must be there. */
export const word: Reader<string> = (value, name) => {
  const isEmpty = typeof value !== 'string' || value.trim() === '';
  return isEmpty ? wrong(value, name, 'a text that is not empty') : text(value, name);
};

export const flag: Reader<boolean> = (value, name) =>
  typeof value === 'boolean' ? ok(value) : wrong(value, name, 'true or false');

export const integer: Reader<number> = (value, name) =>
  Number.isSafeInteger(value) ? ok(value as number) : wrong(value, name, 'an integer');

export const count: Reader<number> = (value, name) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? ok(value as number)
    : wrong(value, name, 'an integer that is not negative');

export const instant: Reader<Instant> = (value, name) => {
  const parsed = typeof value === 'string' ? parseInstant(value) : null;
  return parsed === null ? wrong(value, name, 'an instant like 2021-09-01T00:00:00.000Z') : ok(parsed);
};

/** F-08: a plain date is midnight UTC. */
export const instantOrDate: Reader<Instant> = (value, name) => {
  const parsed = typeof value === 'string' ? parseInstantOrDate(value) : null;
  return parsed === null ? wrong(value, name, 'an instant or a date') : ok(parsed);
};

export const decimal: Reader<string> = (value, name) =>
  typeof value === 'string' && isDecimal(value) ? ok(value) : wrong(value, name, 'a decimal like "36.50"');

export const currency: Reader<string> = (value, name) =>
  typeof value === 'string' && isCurrency(value) ? ok(value) : wrong(value, name, 'an ISO 4217 code');

export const country: Reader<string> = (value, name) =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value)
    ? ok(value)
    : wrong(value, name, 'a country of two letters');

export function oneOf<T extends string>(values: readonly T[]): Reader<T> {
  return (value, name) => {
    const found = values.find((one) => one === value);
    return found === undefined ? wrong(value, name, `one of ${values.join(', ')}`) : ok(found);
  };
}

/** May be null, and then absent as well (F-94). */
export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, name) => (value === undefined || value === null ? ok(null) : reader(value, name));
}

/** May be absent (null too), and is then left out. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, name) => (value === undefined || value === null ? ok(undefined) : reader(value, name));
}

export function list<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, name) => {
    if (!Array.isArray(value)) return wrong(value, name, 'a list');
    const read: T[] = [];
    for (const [index, item] of value.entries()) {
      const parsed = reader(item, `${name}[${index}]`);
      if (!parsed.ok) return parsed;
      read.push(parsed.value);
    }
    return ok(read);
  };
}

export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** An object of exactly these keys; those of `ignored` may stand there and are dropped. */
export function object<T extends object>(readers: Readers<T>, ignored: readonly string[] = []): Reader<T> {
  const known = new Set([...Object.keys(readers), ...ignored]);
  return (value, name) => {
    if (!isObject(value)) return wrong(value, name, 'an object');
    const unknown = Object.keys(value).find((key) => !known.has(key));
    if (unknown !== undefined)
      return bad(`${name} has an unknown key ${JSON.stringify(unknown.slice(0, 60))}`);
    return fields(readers, value, name);
  };
}

/** An object of some of these keys; what is there is read as it would be in the whole. */
export function partial<T extends object>(readers: Readers<T>): Reader<Partial<T>> {
  const whole: Readonly<Record<string, Reader<unknown>>> = readers;
  return (value, name) => {
    const there = isObject(value) ? Object.keys(whole).filter((key) => Object.hasOwn(value, key)) : [];
    const some = Object.fromEntries(there.flatMap((key) => (whole[key] ? [[key, whole[key]]] : [])));
    return object(some as Readers<Partial<T>>)(value, name);
  };
}

function fields<T extends object>(readers: Readers<T>, value: JsonObject, name: string): Parsed<T> {
  const read: [string, unknown][] = [];
  for (const [key, reader] of Object.entries<Reader<unknown>>(readers)) {
    const parsed = reader(Object.hasOwn(value, key) ? value[key] : undefined, `${name}.${key}`);
    if (!parsed.ok) return parsed;
    if (parsed.value !== undefined) read.push([key, parsed.value]);
  }
  // Every reader has answered for its own key.
  return ok(Object.fromEntries(read) as T);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a text of JSON. */
export function parseJson(json: string): Parsed<unknown> {
  try {
    return ok(JSON.parse(json));
  } catch {
    return bad('not JSON');
  }
}
