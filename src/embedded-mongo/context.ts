import { type Catalog, openCatalog } from './catalog.ts';
import type { Cursors } from './cursors.ts';
import type { Store } from './store.ts';
import { openTables, type Tables } from './tables.ts';

/** What lies in the file. */
export interface Data {
  readonly store: Store;
  readonly tables: Tables;
  readonly catalog: Catalog;
}

/** What a command works on. */
export interface Context extends Data {
  readonly cursors: Cursors;
  readonly database: string;
}

export function openData(store: Store): Data {
  return { store, tables: openTables(store), catalog: openCatalog(store) };
}
