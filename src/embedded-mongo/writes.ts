import type { Doc } from './bson.ts';
import type { Collection } from './catalog.ts';
import type { Context, Data } from './context.ts';
import { asCommandError, commandError, refused } from './errors.ts';
import { type Found, find } from './find.ts';
import type { CommandName } from './list.ts';
import { parseFilter } from './match.ts';
import { checkOptions, countOption, directionsOption, documentOption, documentsOption } from './options.ts';
import { PAUSE } from './pause.ts';
import { insertRecord, removeRecord, replaceRecord } from './records.ts';
import { isStoreFailure } from './store.ts';
import { applyUpdate, parseUpdate } from './update.ts';

/** `insert`: each document by itself. */
export function insert(context: Context, command: Doc): Doc {
  const namespace = `${context.database}.${String(command['insert'])}`;
  const collection = context.catalog.find(namespace) ?? context.catalog.create(namespace);
  return statements(context, command, 'documents', (document) => {
    insertRecord(context.tables, collection, idFirst(document));
    return { n: 1 };
  });
}

function idFirst({ _id, ...rest }: Doc): Doc {
  if (_id === undefined) throw refused('an insert without an _id');
  const dollar = Object.keys(rest).find((name) => name.startsWith('$'));
  if (dollar !== undefined) throw refused(`a field named ${dollar}`);
  return { _id, ...rest };
}

/** `update`: one document a statement. */
export function update(context: Context, command: Doc): Doc {
  const collection = collectionOf(context, command, 'update');
  return statements(context, command, 'updates', (statement) => {
    checkOptions(statement, 'one update');
    const change = parseUpdate(statement['u']);
    const found = firstOf(context, collection, statement, 'q');
    if (collection === undefined || found === undefined) return { n: 0, nModified: 0 };
    const changed = replaceRecord(context.tables, collection, found, applyUpdate(found.document, change));
    return { n: 1, nModified: changed ? 1 : 0 };
  });
}

/** `findAndModify`: updates one document and gives it as it was, or with `new` as it is then. */
export function findAndModify(context: Context, command: Doc): Doc {
  const collection = collectionOf(context, command, 'findAndModify');
  const change = parseUpdate(command['update']);
  const found = firstOf(context, collection, command, 'query');
  if (collection === undefined || found === undefined)
    return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 };
  const after = applyUpdate(found.document, change);
  context.store.atomically(() => replaceRecord(context.tables, collection, found, after));
  const value = command['new'] === true ? after : found.document;
  return { lastErrorObject: { n: 1, updatedExisting: true }, value, ok: 1 };
}

/** `delete`: all that match. */
export function remove(context: Context, command: Doc): Doc {
  const collection = collectionOf(context, command, 'delete');
  return statements(context, command, 'deletes', (statement) => {
    checkOptions(statement, 'one delete');
    if (countOption(statement, 'limit') !== 0) throw refused('a delete with a limit');
    const filter = parseFilter(documentOption(statement, 'q') ?? {});
    if (collection === undefined) return { n: 0 };
    let n = 0;
    // What was read is behind the reader: its place in the index may go.
    for (const found of find(context, collection, { filter, sort: [], limit: 0 })) {
      if (found === PAUSE) continue;
      removeRecord(context.tables, collection, found);
      n += 1;
    }
    return { n };
  });
}

function collectionOf(
  { catalog, database }: Context,
  command: Doc,
  name: CommandName,
): Collection | undefined {
  return catalog.find(`${database}.${String(command[name])}`);
}

function firstOf(
  data: Data,
  collection: Collection | undefined,
  statement: Doc,
  name: 'q' | 'query',
): Found | undefined {
  const filter = parseFilter(documentOption(statement, name) ?? {});
  const sort = directionsOption(statement, 'sort');
  if (collection === undefined) return undefined;
  for (const found of find(data, collection, { filter, sort, limit: 1 })) if (found !== PAUSE) return found;
  return undefined;
}

/** Runs a batch; errors of single statements are listed with their place, and the first ends an ordered batch. */
function statements(
  { store }: Data,
  command: Doc,
  list: 'documents' | 'updates' | 'deletes',
  run: (statement: Doc) => Readonly<Record<string, number>>,
): Doc {
  const batch = documentsOption(command, list);
  if (batch.length === 0) throw commandError(16, 'Write batch sizes must be between 1 and 100000');
  const totals: Record<string, number> = { n: 0 };
  const writeErrors: Doc[] = [];
  for (const [index, statement] of batch.entries()) {
    try {
      const counts = store.atomically(() => run(statement));
      for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count;
    } catch (thrown) {
      writeErrors.push({ index, ...writeError(thrown) });
      if (command['ordered'] !== false) break;
    }
  }
  return { ...totals, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}

function writeError(thrown: unknown): Doc {
  if (isStoreFailure(thrown)) throw thrown;
  const { code, message, info } = asCommandError(thrown);
  return { code, errmsg: message, ...info };
}
