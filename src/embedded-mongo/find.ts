import { type Doc, decode } from './bson.ts';
import type { Collection, IndexField } from './catalog.ts';
import type { Data } from './context.ts';
import { commandError } from './errors.ts';
import { documentKey } from './indexes.ts';
import { type Filter, matches } from './match.ts';
import { PAUSE, type Paused } from './pause.ts';
import { choosePlan, type Plan } from './plan.ts';
import type { Store } from './store.ts';
import type { Row, Tables } from './tables.ts';

export interface Found {
  readonly record: number;
  /** As it is stored. */
  readonly bytes: Buffer;
  /** Read from the bytes when it is asked for. */
  readonly document: Doc;
}

export interface Query {
  readonly filter: Filter;
  readonly sort: readonly IndexField[];
  /** 0 is without end. */
  readonly limit: number;
}

const MAX_SORT_BYTES = 100 * 1024 * 1024;
const MAX_PAGE = 64;

/** Matching documents in order, read as they are asked for, with a pause after each page that is read. */
export function* find(data: Data, collection: Collection, query: Query): Generator<Found | Paused> {
  const { filter, sort, limit } = query;
  const plan = choosePlan(collection, filter, sort);
  const found = matching(stored(data, collection, plan, limit), plan?.exact ? undefined : filter);
  const ordered =
    sort.length === 0 || plan?.sorted ? found : matching(inOrder(data.tables, found, sort), filter);
  let left = limit;
  for (const each of ordered) {
    yield each;
    if (each === PAUSE) continue;
    left -= 1;
    if (left === 0) return;
  }
}

function* stored(
  { store, tables }: Data,
  { id }: Collection,
  plan: Plan | undefined,
  limit: number,
): Generator<Row | Paused> {
  if (plan === undefined)
    return yield* inPages(store, limit, (after, size) => tables.documents(id, after, size));
  const { index, ranges, reverse, single } = plan;
  for (const range of ranges) {
    if (single) yield* tables.entry(index.id, range.from);
    else yield* inPages(store, limit, (after, size) => tables.entries(index.id, range, reverse, after, size));
  }
}

/** Reads in growing pages; after a commit from where it was, so that each row is as of the last one when it is given. */
function* inPages(
  store: Store,
  limit: number,
  read: (after: Row | undefined, size: number) => readonly Row[],
): Generator<Row | Paused> {
  let after: Row | undefined;
  for (let size = Math.min(limit || 4, MAX_PAGE); ; size = Math.min(size * 4, MAX_PAGE)) {
    const rows = read(after, size);
    const asOf = store.commits();
    for (const row of rows) {
      yield row;
      after = row;
      if (store.commits() !== asOf) break;
    }
    if (rows.length < size && store.commits() === asOf) return;
    if (size === MAX_PAGE) yield PAUSE;
  }
}

/** Without a filter all of them. */
function* matching(rows: Iterable<Row | Paused>, filter: Filter | undefined): Generator<Found | Paused> {
  for (const row of rows) {
    const found = row && asFound(row);
    if (found === PAUSE || filter === undefined || matches(found.document, filter)) yield found;
  }
}

function asFound({ record, bytes }: Row): Found {
  let document: Doc | undefined;
  return {
    record,
    bytes,
    get document() {
      document ??= decode(bytes);
      return document;
    },
  };
}

/** Sorts keys, not documents, and reads each again when its turn comes, if it is still there. */
function* inOrder(
  tables: Tables,
  found: Iterable<Found | Paused>,
  sort: readonly IndexField[],
): Generator<Row | Paused> {
  // By record: one that was moved in a pause is met again.
  const keys = new Map<number, Buffer>();
  let size = 0;
  for (const each of found) {
    if (each === PAUSE) {
      yield PAUSE;
      continue;
    }
    const key = documentKey(each.document, sort);
    keys.set(each.record, key);
    size += key.length + 64;
    if (size > MAX_SORT_BYTES)
      throw commandError(292, `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes; add an index`);
  }
  const ranked = [...keys].sort(([a, left], [b, right]) => Buffer.compare(left, right) || a - b);
  for (const [place, [record]] of ranked.entries()) {
    yield* tables.document(record);
    if (place % MAX_PAGE === MAX_PAGE - 1) yield PAUSE;
  }
}
