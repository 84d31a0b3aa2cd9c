import { type Doc, decode } from './bson.ts';
import { type Collection, type IndexField, recordKey, recordOf, recordRange } from './catalog.ts';
import { commandError } from './errors.ts';
import { documentKey, entryRange } from './indexes.ts';
import { type Filter, matches } from './match.ts';
import { choosePlan, type Plan } from './plan.ts';
import { type Store, scan } from './store.ts';

export interface Found {
  readonly record: number;
  readonly document: Doc;
  /** The same as it is stored. */
  readonly bytes: Buffer;
}

export interface Query {
  readonly filter: Filter;
  readonly sort: readonly IndexField[];
  /** 0 is without end. */
  readonly limit: number;
}

const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Matching documents in order, read as they are asked for. */
export function* find(store: Store, collection: Collection, query: Query): Generator<Found> {
  const { filter, sort, limit } = query;
  const plan = choosePlan(collection, filter, sort);
  const records = plan === undefined ? everything(store, collection) : indexed(store, plan);
  const found = matching(store, collection, filter, records);
  const ordered =
    sort.length === 0 || plan?.sorted ? found : matching(store, collection, filter, inOrder(found, sort));
  let left = limit;
  for (const each of ordered) {
    yield each;
    left -= 1;
    if (left === 0) return;
  }
}

function* everything(store: Store, collection: Collection): Generator<number> {
  for (const { key } of scan(store, ...recordRange(collection), false)) yield recordOf(key);
}

function* indexed(store: Store, { index, ranges, reverse }: Plan): Generator<number> {
  for (const range of ranges)
    for (const { key } of scan(store, ...entryRange(index, range), reverse)) yield recordOf(key);
}

/** Of these records those that are there and match: each is looked at when its turn comes. */
function* matching(
  store: Store,
  collection: Collection,
  filter: Filter,
  records: Iterable<number>,
): Generator<Found> {
  for (const record of records) {
    const found = readFound(store, collection, record);
    if (found !== undefined && matches(found.document, filter)) yield found;
  }
}

/** The document with that number, if it is still there. */
export function readFound(store: Store, collection: Collection, record: number): Found | undefined {
  const bytes = store.get(recordKey(collection, record));
  return bytes === undefined ? undefined : { record, document: decode(bytes), bytes };
}

/** Sorts keys, not documents. */
function inOrder(found: Iterable<Found>, sort: readonly IndexField[]): number[] {
  const ranked: { readonly record: number; readonly key: Buffer }[] = [];
  let bytes = 0;
  for (const { record, document } of found) {
    const key = documentKey(document, sort);
    ranked.push({ record, key });
    bytes += key.length + 64;
    if (bytes > MAX_SORT_BYTES)
      throw commandError(292, `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes; add an index`);
  }
  ranked.sort((a, b) => Buffer.compare(a.key, b.key) || a.record - b.record);
  return ranked.map(({ record }) => record);
}
