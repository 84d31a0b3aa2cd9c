import { ObjectId } from 'bson';
import { type Doc, isTrue } from './bson.ts';
import type { Collection } from './catalog.ts';
import type { Context } from './context.ts';
import { asCommandError, commandError } from './errors.ts';
import { type Found, find, readFound } from './find.ts';
import { parseFilter } from './match.ts';
import { checkOptions, countOption, directionsOption, documentOption, documentsOption } from './options.ts';
import { parseProjection } from './project.ts';
import { insertRecord, removeRecord, replaceRecord } from './records.ts';
import { StoreFailure } from './store.ts';
import { applyUpdate, parseUpdate } from './update.ts';

/** `insert`: each document by itself; the first failure ends an ordered batch. */
export function insert(context: Context, command: Doc): Doc {
  const { catalog } = context.data;
  const name = String(command['insert']);
  const collection = catalog.find(context.database, name) ?? catalog.create(context.database, name);
  const documents = documentsOption(command, 'documents');
  return statements(command, documents, (document) => {
    insertRecord(context.data, collection, withId(document));
    return { n: 1 };
  });
}

/** The `_id` stands first and is there; an array cannot be one. */
function withId(document: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = document;
  if (Array.isArray(_id)) throw commandError(53, "The '_id' value cannot be of type array");
  const dollar = Object.keys(rest).find((name) => name.startsWith('$'));
  if (dollar !== undefined)
    throw commandError(52, `The dollar ($) prefixed field '${dollar}' is not valid for storage.`);
  return { _id, ...rest };
}

/** `update`: one document a statement. */
export function update(context: Context, command: Doc): Doc {
  const collection = context.data.catalog.find(context.database, String(command['update']));
  return statements(command, documentsOption(command, 'updates'), (statement) => {
    checkOptions(statement, ['q', 'u'], 'an update');
    const change = parseUpdate(statement['u']);
    const found = firstOf(context, collection, documentOption(statement, 'q') ?? {});
    if (collection === undefined || found === undefined) return { n: 0, nModified: 0 };
    const after = applyUpdate(found.document, change);
    return {
      n: 1,
      nModified: replaceRecord(context.data, collection, found.record, found.document, after) ? 1 : 0,
    };
  });
}

/** `delete`: one document or all that match. */
export function remove(context: Context, command: Doc): Doc {
  const collection = context.data.catalog.find(context.database, String(command['delete']));
  return statements(command, documentsOption(command, 'deletes'), (statement) => {
    checkOptions(statement, ['q', 'limit'], 'a delete');
    const limit = countOption(statement, 'limit', 0);
    if (limit > 1) throw commandError(9, 'The limit field in delete objects must be 0 or 1');
    const filter = parseFilter(documentOption(statement, 'q') ?? {});
    if (collection === undefined) return { n: 0 };
    // Numbers first: what is being read is not changed meanwhile. Documents again after: there may be many.
    const records: number[] = [];
    for (const { record } of find(context.data, collection, { filter, sort: [], limit }))
      records.push(record);
    for (const record of records) removeNumbered(context, collection, record);
    return { n: records.length };
  });
}

function removeNumbered({ data }: Context, collection: Collection, record: number): void {
  const found = readFound(data, collection, record);
  if (found !== undefined) removeRecord(data, collection, record, found.document);
}

/** `findAndModify`: update or remove one document, and give it as it was or as it is. */
export function findAndModify(context: Context, command: Doc): Doc {
  const collection = context.data.catalog.find(context.database, String(command['findAndModify']));
  const removes = isTrue(command['remove']);
  const project = parseProjection(documentOption(command, 'fields'));
  const change = removes ? [] : parseUpdate(command['update']);
  const sort = documentOption(command, 'sort');
  const found = firstOf(context, collection, documentOption(command, 'query') ?? {}, sort);
  if (collection === undefined || found === undefined) {
    return { lastErrorObject: removes ? { n: 0 } : { n: 0, updatedExisting: false }, value: null, ok: 1 };
  }
  if (removes) {
    if (isTrue(command['new'])) throw commandError(9, 'Cannot specify both new=true and remove=true');
    removeRecord(context.data, collection, found.record, found.document);
    return { lastErrorObject: { n: 1 }, value: project?.(found.document) ?? found.document, ok: 1 };
  }
  const after = applyUpdate(found.document, change);
  replaceRecord(context.data, collection, found.record, found.document, after);
  const document = isTrue(command['new']) ? after : found.document;
  return { lastErrorObject: { n: 1, updatedExisting: true }, value: project?.(document) ?? document, ok: 1 };
}

function firstOf(
  context: Context,
  collection: Collection | undefined,
  query: Doc,
  sort?: Doc,
): Found | undefined {
  const parsed = { filter: parseFilter(query), sort: directionsOption(sort, 'a sort'), limit: 1 };
  if (collection === undefined) return undefined;
  const [found] = find(context.data, collection, parsed);
  return found;
}

/** Runs a batch; errors of single statements are listed with their place, as MongoDB does. */
function statements(
  command: Doc,
  batch: readonly Doc[],
  run: (statement: Doc) => Readonly<Record<string, number>>,
): Doc {
  if (batch.length === 0)
    throw commandError(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
  const totals: Record<string, number> = { n: 0 };
  const writeErrors: Doc[] = [];
  for (const [index, statement] of batch.entries()) {
    try {
      for (const [name, count] of Object.entries(run(statement))) totals[name] = (totals[name] ?? 0) + count;
    } catch (thrown) {
      writeErrors.push({ index, ...writeError(thrown) });
      if (command['ordered'] !== false) break;
    }
  }
  return { ...totals, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}

function writeError(thrown: unknown): Doc {
  if (thrown instanceof StoreFailure) throw thrown;
  const { code, message, info } = asCommandError(thrown);
  return { code, errmsg: message, ...info };
}
