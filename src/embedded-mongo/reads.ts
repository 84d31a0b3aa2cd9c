import type { Long } from 'bson';
import { asNumber, type Doc, encode, typeOf } from './bson.ts';
import type { Context } from './context.ts';
import { commandError, refused } from './errors.ts';
import { find } from './find.ts';
import { parseFilter } from './match.ts';
import { countOption, directionsOption, documentOption } from './options.ts';
import type { Paused } from './pause.ts';

/** `find`: filter, sort, limit, whole documents or some of their fields. */
export function findCommand(context: Context, command: Doc): Promise<Buffer> {
  const namespace = `${context.database}.${String(command['find'])}`;
  const fields = projectedFields(documentOption(command, 'projection'));
  const query = {
    filter: parseFilter(documentOption(command, 'filter') ?? {}),
    sort: directionsOption(command, 'sort'),
    limit: countOption(command, 'limit'),
  };
  function* documents(): Generator<Buffer | Paused> {
    const collection = context.catalog.find(namespace);
    if (collection === undefined) return;
    for (const found of find(context, collection, query))
      yield found && fields ? encode(projected(found.document, fields)) : found?.bytes;
  }
  return context.cursors.first(namespace, documents(), command['singleBatch'] === true);
}

/** `getMore`: the next piece of a cursor. */
export function getMore({ cursors, database }: Context, command: Doc): Promise<Buffer> {
  const id = command['getMore'];
  if (typeOf(id) !== 'int64') throw commandError(14, 'getMore needs the id of a cursor');
  return cursors.next(`${database}.${String(command['collection'])}`, id as Long);
}

/** Names of whole fields, `_id` among them; undefined for all. */
function projectedFields(projection: Doc | undefined): ReadonlySet<string> | undefined {
  const entries = Object.entries(projection ?? {});
  const other = entries.find(([path, value]) => asNumber(value) !== 1 || /^\$|\.|^$/.test(path));
  if (other !== undefined) throw refused(`a projection that does not name whole fields by 1 (${other[0]})`);
  return entries.length === 0 ? undefined : new Set(['_id', ...entries.map(([path]) => path)]);
}

function projected(document: Doc, fields: ReadonlySet<string>): Doc {
  return Object.fromEntries(Object.entries(document).filter(([name]) => fields.has(name)));
}
