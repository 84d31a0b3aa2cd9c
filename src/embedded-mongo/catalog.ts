import { commandError } from './errors.ts';
import type { Direction } from './keys.ts';
import type { Store } from './store.ts';

export interface IndexField {
  readonly path: string;
  readonly direction: Direction;
}

/** What a client asks for. */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
}

export interface Index extends IndexSpec {
  readonly id: number;
}

export interface Collection {
  readonly id: number;
  /** `database.collection`, as MongoDB names it. */
  readonly namespace: string;
  indexes: readonly Index[];
}

/** What collections and indexes there are: on disk with the same commit as what needs them, and in memory. */
export type Catalog = ReturnType<typeof openCatalog>;

const OF_ID: IndexSpec = { name: '_id_', fields: [{ path: '_id', direction: 1 }], unique: true };

export function openCatalog({ prepare }: Store) {
  const indexes = prepare('SELECT id, name, fields, isUnique FROM indexes WHERE collection = ? ORDER BY id');
  const insert = prepare('INSERT INTO collections (namespace) VALUES (?)');
  const insertIndex = prepare('INSERT INTO indexes (collection, name, fields, isUnique) VALUES (?, ?, ?, ?)');
  const stored = prepare('SELECT id, namespace FROM collections').all() as Omit<Collection, 'indexes'>[];
  const collections = new Map<string, Collection>(
    stored.map((each) => [each.namespace, { ...each, indexes: indexes.all(each.id).map(fromDisk) }]),
  );
  /** On disk only: the collection has it once its entries are there. */
  function addIndex(collection: number, spec: IndexSpec): Index {
    const { name, fields, unique } = spec;
    const { lastInsertRowid } = insertIndex.run(collection, name, JSON.stringify(fields), Number(unique));
    return { id: Number(lastInsertRowid), ...spec };
  }
  return {
    find: (namespace: string) => collections.get(namespace),
    create(namespace: string): Collection {
      checkName(namespace.slice(namespace.indexOf('.') + 1));
      const id = Number(insert.run(namespace).lastInsertRowid);
      const collection = { id, namespace, indexes: [addIndex(id, OF_ID)] };
      collections.set(namespace, collection);
      return collection;
    },
    addIndex,
  };
}

function checkName(name: string): void {
  if (name === '' || name.startsWith('system.') || /[$\0]/.test(name))
    throw commandError(73, `Invalid collection name: ${name}`);
}

interface StoredIndex {
  readonly id: number;
  readonly name: string;
  readonly fields: string;
  readonly isUnique: number;
}

function fromDisk({ id, name, fields, isUnique }: StoredIndex): Index {
  return { id, name, fields: JSON.parse(fields), unique: isUnique === 1 };
}
