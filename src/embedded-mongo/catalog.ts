import { type Doc, decode, encode } from './bson.ts';
import { commandError } from './errors.ts';
import type { Direction } from './keys.ts';
import { type Path, splitPath } from './paths.ts';
import { SPACE, type Store, scan, write } from './store.ts';

export interface IndexField {
  readonly path: string;
  readonly parts: Path;
  readonly direction: Direction;
}

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Has a document ever had an array under it? Then one document may stand in it several times. */
  multikey: boolean;
}

export interface Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  indexes: Index[];
  /** Records are numbered in the order of insertion. */
  nextRecord: number;
}

/** What collections and indexes there are; in memory, and on disk with the same commit as what needs it. */
export interface Catalog {
  find(database: string, name: string): Collection | undefined;
  list(database: string): Collection[];
  create(database: string, name: string): Collection;
  nextId(): number;
  save(collection: Collection): void;
  forget(collection: Collection): void;
}

export function openCatalog(store: Store): Catalog {
  const collections = new Map<string, Collection>();
  let lastId = 0;
  for (const { value } of scan(
    store,
    Buffer.from([SPACE.catalog]),
    Buffer.from([SPACE.catalog + 1]),
    false,
  )) {
    const collection = fromDisk(decode(value), store);
    collections.set(namespace(collection), collection);
    lastId = Math.max(lastId, collection.id, ...collection.indexes.map((index) => index.id));
  }
  function save(collection: Collection): void {
    collections.set(namespace(collection), collection);
    write(() => store.put(catalogKey(collection), encode(toDisk(collection))));
  }
  function nextId(): number {
    lastId += 1;
    return lastId;
  }
  return {
    find: (database, name) => collections.get(`${database}.${name}`),
    list: (database) => [...collections.values()].filter((each) => each.database === database),
    create(database, name) {
      checkName(name);
      const fields = [{ path: '_id', parts: ['_id'], direction: 1 as const }];
      const id: Index = { id: nextId(), name: '_id_', fields, unique: true, sparse: false, multikey: false };
      const collection = { id: nextId(), database, name, indexes: [id], nextRecord: 1 };
      save(collection);
      return collection;
    },
    nextId,
    save,
    forget(collection) {
      collections.delete(namespace(collection));
      write(() => store.remove(catalogKey(collection)));
    },
  };
}

/** `database.collection`, as MongoDB names it. */
export function namespace(collection: { readonly database: string; readonly name: string }): string {
  return `${collection.database}.${collection.name}`;
}

/** The fields of `{path: direction}`. */
export function indexFields(key: Readonly<Record<string, Direction>>): IndexField[] {
  return Object.entries(key).map(([path, direction]) => ({ path, parts: splitPath(path), direction }));
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
  if (name === '' || name.startsWith('system.') || /[$\0]/.test(name)) {
    throw commandError(73, `Invalid collection name: ${name}`);
  }
}

function catalogKey(collection: Collection): Buffer {
  return Buffer.concat([Buffer.from([SPACE.catalog]), Buffer.from(namespace(collection))]);
}

function toDisk({ id, database, name, indexes }: Collection): Doc {
  return {
    id,
    database,
    name,
    indexes: indexes.map((index) => ({
      ...index,
      fields: index.fields.map(({ path, direction }) => ({ path, direction })),
    })),
  };
}

function fromDisk(stored: Doc, store: Store): Collection {
  const plain = JSON.parse(JSON.stringify(stored)) as Pick<
    Collection,
    'id' | 'database' | 'name' | 'indexes'
  >;
  const indexes = plain.indexes.map((index) => ({
    ...index,
    fields: index.fields.map((field) => ({ ...field, parts: splitPath(field.path) })),
  }));
  const collection = { ...plain, indexes, nextRecord: 1 };
  const [from, to] = recordRange(collection);
  const last = store.page({ from, to, reverse: true, limit: 1 })[0];
  return { ...collection, nextRecord: last === undefined ? 1 : recordOf(last.key) + 1 };
}
