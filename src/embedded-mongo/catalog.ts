import { type Doc, decode, encode } from './bson.ts';
import { commandError } from './errors.ts';
import type { Direction } from './keys.ts';
import { SPACE, type Store, scan, write } from './store.ts';

export interface IndexField {
  readonly path: string;
  readonly direction: Direction;
}

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
}

export interface Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  indexes: readonly Index[];
  /** Records are numbered in the order of insertion. */
  nextRecord: number;
}

/** What collections and indexes there are; in memory, and on disk with the same commit as what needs it. */
export interface Catalog {
  find(database: string, name: string): Collection | undefined;
  create(database: string, name: string): Collection;
  nextId(): number;
  save(collection: Collection): void;
}

const EVERY_NAME = [Buffer.from([SPACE.catalog]), Buffer.from([SPACE.catalog + 1])] as const;

export function openCatalog(store: Store): Catalog {
  const stored = [...scan(store, ...EVERY_NAME, false)].map(({ value }) => fromDisk(decode(value), store));
  const collections = new Map(stored.map((each) => [namespace(each), each]));
  let lastId = Math.max(0, ...stored.flatMap(({ id, indexes }) => [id, ...indexes.map((index) => index.id)]));
  function save(collection: Collection): void {
    collections.set(namespace(collection), collection);
    const { nextRecord: _, ...plain } = collection;
    write(() => store.put(catalogKey(collection), encode(plain)));
  }
  function nextId(): number {
    lastId += 1;
    return lastId;
  }
  return {
    find: (database, name) => collections.get(`${database}.${name}`),
    create(database, name) {
      checkName(name);
      const index = {
        id: nextId(),
        name: '_id_',
        fields: [{ path: '_id', direction: 1 as const }],
        unique: true,
      };
      const collection = { id: nextId(), database, name, indexes: [index], nextRecord: 1 };
      save(collection);
      return collection;
    },
    nextId,
    save,
  };
}

/** `database.collection`, as MongoDB names it. */
export function namespace(collection: { readonly database: string; readonly name: string }): string {
  return `${collection.database}.${collection.name}`;
}

export function recordKey(collection: Collection, record: number): Buffer {
  const key = Buffer.alloc(11);
  key.writeUInt8(SPACE.records);
  key.writeUInt32BE(collection.id, 1);
  key.writeUIntBE(record, 5, 6);
  return key;
}

/** The number at the end of a record's key, and of an index entry's. */
export function recordOf(key: Buffer): number {
  return key.readUIntBE(key.length - 6, 6);
}

/** All records of a collection lie from the first to the second. */
export function recordRange(collection: Collection): readonly [Buffer, Buffer] {
  return [recordKey(collection, 0), recordKey(collection, 2 ** 48 - 1)];
}

function checkName(name: string): void {
  if (name === '' || name.startsWith('system.') || /[$\0]/.test(name))
    throw commandError(73, `Invalid collection name: ${name}`);
}

function catalogKey(collection: Collection): Buffer {
  return Buffer.concat([Buffer.from([SPACE.catalog]), Buffer.from(namespace(collection))]);
}

function fromDisk(stored: Doc, store: Store): Collection {
  const plain = JSON.parse(JSON.stringify(stored)) as Omit<Collection, 'nextRecord'>;
  const collection: Collection = { ...plain, nextRecord: 1 };
  const [from, to] = recordRange(collection);
  const [last] = store.page({ from, to, reverse: true, limit: 1 });
  return { ...collection, nextRecord: last === undefined ? 1 : recordOf(last.key) + 1 };
}
