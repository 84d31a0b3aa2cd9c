import type { Long } from 'bson';
import { asNumber, bsonType, type Doc, encode, isDocument, isTrue } from './bson.ts';
import { recordRange } from './catalog.ts';
import type { Context } from './context.ts';
import { type Batch, cursorReply } from './cursors.ts';
import { commandError, refused } from './errors.ts';
import { find } from './find.ts';
import { type Filter, parseFilter } from './match.ts';
import { countOption, directionsOption, documentOption, documentsOption } from './options.ts';
import { parseProjection } from './project.ts';

const FIRST_BATCH = 101;

/** `find`: filter, sort, limit, inclusive projection, in batches. */
export function findCommand(context: Context, command: Doc): Buffer {
  const name = String(command['find']);
  if (countOption(command, 'skip', 0) > 0) throw refused('the option skip of find');
  const project = parseProjection(documentOption(command, 'projection'));
  const query = {
    filter: parseFilter(documentOption(command, 'filter') ?? {}),
    sort: directionsOption(documentOption(command, 'sort'), 'a sort'),
    limit: countOption(command, 'limit', 0),
  };
  const size = countOption(command, 'batchSize', FIRST_BATCH);
  return openCursor(
    context,
    name,
    projected(context, name, query, project),
    size,
    isTrue(command['singleBatch']),
  );
}

function* projected(
  { data, database }: Context,
  name: string,
  query: Parameters<typeof find>[2],
  project: ((document: Doc) => Doc) | undefined,
): Generator<Buffer> {
  const collection = data.catalog.find(database, name);
  if (collection === undefined) return;
  for (const { document, bytes } of find(data, collection, query))
    yield project ? encode(project(document)) : bytes;
}

/** The answer that begins a cursor over some documents. */
export function openCursor(
  { cursors, database }: Context,
  name: string,
  documents: Iterator<Buffer>,
  size: number,
  single: boolean,
): Buffer {
  const ns = `${database}.${name}`;
  const batch = cursors.open(ns, documents, size, single);
  return cursorReply('firstBatch', batch, ns);
}

/** `getMore`: the next piece of a cursor. */
export function getMore({ cursors, database }: Context, command: Doc): Buffer {
  const id = command['getMore'];
  if (bsonType(id) !== 'Long') throw commandError(14, 'getMore needs the id of a cursor');
  const ns = `${database}.${String(command['collection'])}`;
  const size = countOption(command, 'batchSize', 0) || Number.POSITIVE_INFINITY;
  const batch: Batch = cursors.next(ns, id as Long, size);
  return cursorReply('nextBatch', batch, ns);
}

/** `killCursors`: the client wants no more of them. */
export function killCursors({ cursors }: Context, command: Doc): Doc {
  const ids = Array.isArray(command['cursors'])
    ? command['cursors'].filter((id) => bsonType(id) === 'Long')
    : [];
  const killed = ids.filter((id: Long) => cursors.kill(id));
  const notFound = ids.filter((id: Long) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

/** `count`: as the driver's estimatedDocumentCount sends it, exact here. */
export function count(context: Context, command: Doc): Doc {
  const query = documentOption(command, 'query') ?? {};
  return { n: countMatching(context, String(command['count']), query), ok: 1 };
}

function countMatching({ data, database }: Context, name: string, query: Doc): number {
  const filter: Filter = parseFilter(query);
  const collection = data.catalog.find(database, name);
  if (collection === undefined) return 0;
  if (Object.keys(query).length === 0) return data.store.count(...recordRange(collection));
  let n = 0;
  for (const _each of find(data, collection, { filter, sort: [], limit: 0 })) n += 1;
  return n;
}

/** `aggregate`: only what the driver's countDocuments sends, `[{$match}, {$group: {_id: 1, n: {$sum: 1}}}]`. */
export function aggregate(context: Context, command: Doc): Buffer {
  const name = String(command['aggregate']);
  const [match, group, ...rest] = documentsOption(command, 'pipeline');
  const counts =
    match?.['$match'] !== undefined && group !== undefined && isCount(group) && rest.length === 0;
  if (!counts || !isDocument(match['$match'])) throw refused('aggregation other than countDocuments');
  const n = countMatching(context, name, match['$match']);
  return openCursor(context, name, (n === 0 ? [] : [encode({ _id: 1, n })]).values(), FIRST_BATCH, false);
}

function isCount(stage: Doc): boolean {
  const group = stage['$group'];
  if (Object.keys(stage).length !== 1 || !isDocument(group)) return false;
  const sum = group['n'];
  if (Object.keys(group).join() !== '_id,n' || asNumber(group['_id']) !== 1) return false;
  return isDocument(sum) && Object.keys(sum).join() === '$sum' && asNumber(sum['$sum']) === 1;
}
