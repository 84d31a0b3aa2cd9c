import type { Doc } from './bson.ts';
import { decode } from './bson.ts';
import { type Collection, type IndexField, recordKey, recordOf, recordRange } from './catalog.ts';
import { commandError } from './errors.ts';
import { documentKeys } from './indexes.ts';
import { type Filter, matches } from './match.ts';
import { choosePlan, type Plan } from './plan.ts';
import type { Data } from './records.ts';
import { scan } from './store.ts';

export interface Found {
  readonly record: number;
  readonly document: Doc;
  /** The same as it is stored. */
  readonly bytes: Buffer;
}

interface Ranked {
  readonly record: number;
  readonly key: Buffer;
}

export interface Query {
  readonly filter: Filter;
  readonly sort: readonly IndexField[];
  /** 0 is without end. */
  readonly limit: number;
}

const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Matching documents in order, read as they are asked for. */
export function* find(data: Data, collection: Collection, query: Query): Generator<Found> {
  const plan = choosePlan(collection, query.filter, query.sort);
  const found = matching(data, collection, query.filter, plan);
  const ordered = query.sort.length === 0 || plan?.sorted ? found : inOrder(data, collection, query, found);
  let left = query.limit === 0 ? Number.POSITIVE_INFINITY : query.limit;
  for (const each of ordered) {
    yield each;
    left -= 1;
    if (left === 0) return;
  }
}

function* matching(
  data: Data,
  collection: Collection,
  filter: Filter,
  plan: Plan | undefined,
): Generator<Found> {
  const source = plan === undefined ? everything(data, collection) : indexed(data, collection, plan);
  for (const found of source) if (matches(found.document, filter)) yield found;
}

function* everything({ store }: Data, collection: Collection): Generator<Found> {
  const [from, to] = recordRange(collection);
  for (const { key, value } of scan(store, from, to, false))
    yield { record: recordOf(key), document: decode(value), bytes: value };
}

function* indexed(data: Data, collection: Collection, { index, ranges, reverse }: Plan): Generator<Found> {
  const seen = index.multikey ? new Set<number>() : undefined;
  for (const { from, to } of ranges) {
    for (const { key } of scan(data.store, from, to, reverse)) {
      const record = recordOf(key);
      if (seen?.has(record)) continue;
      seen?.add(record);
      const found = readFound(data, collection, record);
      if (found !== undefined) yield found;
    }
  }
}

/** The document with that number, if it is still there. */
export function readFound({ store }: Data, collection: Collection, record: number): Found | undefined {
  const bytes = store.get(recordKey(collection, record));
  return bytes === undefined ? undefined : { record, document: decode(bytes), bytes };
}

/** Sorts keys, not documents: those are read again when their turn comes. */
function* inOrder(
  data: Data,
  collection: Collection,
  query: Query,
  found: Iterable<Found>,
): Generator<Found> {
  let ranked: Ranked[] = [];
  let bytes = 0;
  for (const { record, document } of found) {
    const key = sortKey(document, query.sort);
    ranked.push({ record, key });
    bytes += key.length + 64;
    if (query.limit > 0 && ranked.length >= query.limit * 2 + 100) {
      ranked = ranked.sort(byKey).slice(0, query.limit);
      bytes = ranked.reduce((sum, each) => sum + each.key.length + 64, 0);
    }
    if (bytes > MAX_SORT_BYTES)
      throw commandError(292, 'Sort exceeded memory limit of 104857600 bytes; add an index');
  }
  for (const { record } of ranked.sort(byKey)) {
    const found = readFound(data, collection, record);
    if (found !== undefined && matches(found.document, query.filter)) yield found;
  }
}

function byKey(a: Ranked, b: Ranked): number {
  return Buffer.compare(a.key, b.key) || a.record - b.record;
}

/** Of an array the smallest element counts, or the largest in a descending sort. */
function sortKey(document: Doc, sort: readonly IndexField[]): Buffer {
  const keys = documentKeys(document, sort).map((key) => key.bytes);
  return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}
