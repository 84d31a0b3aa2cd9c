import type { Things } from '../contracts/mongoThings.ts';
import type { Doc, Operation, Script, Statement } from './randomScripts.ts';

/** Every number as it is stored. */
const EXACT = { promoteValues: false, promoteLongs: false } as const;

/** What a server tells of one operation, in a form to compare, and what it holds after it. */
export interface Told {
  readonly answer: unknown;
  readonly state: unknown;
}

/** Runs a script in a collection that is emptied first. */
export async function runScript(things: Things, { documents, operations }: Script): Promise<Told[]> {
  await things.deleteMany({});
  const told: Told[] = [{ answer: await insert(things, documents, false), state: await stateOf(things) }];
  for (const operation of operations) {
    const answer = await answerOf(things, operation);
    told.push({ answer, state: operation.do === 'find' ? null : await stateOf(things) });
  }
  return told;
}

function stateOf(things: Things): Promise<unknown[]> {
  return things.find({}, EXACT).sort({ _id: 1 }).toArray();
}

function answerOf(things: Things, operation: Operation): Promise<unknown> {
  if (operation.do === 'find') return find(things, operation);
  if (operation.do === 'insert') return insert(things, operation.documents, operation.ordered);
  if (operation.do === 'update') return updateAll(things, operation.batch, operation.ordered);
  if (operation.do === 'delete') return remove(things, operation.filter);
  return findOneAndUpdate(things, operation);
}

function find(things: Things, { filter, sort, limit, projection }: Operation & { do: 'find' }) {
  return things
    .find(filter as never, { ...EXACT, projection })
    .sort(sort)
    .limit(limit)
    .toArray();
}

function insert(things: Things, documents: readonly Doc[], ordered: boolean) {
  return things.insertMany(documents.map((each) => ({ ...each })) as never, { ordered }).then(
    ({ insertedCount }) => insertedCount,
    (error) => ({ done: error.insertedCount, errors: errorsOf(error) }),
  );
}

function updateAll(things: Things, batch: readonly Statement[], ordered: boolean) {
  const statements = batch.map((updateOne) => ({ updateOne }));
  const counts = (result: { matchedCount?: number; modifiedCount?: number }) => [
    result.matchedCount,
    result.modifiedCount,
  ];
  return things
    .bulkWrite(statements as never, { ordered })
    .then(counts, (error) => ({ done: counts(error), errors: errorsOf(error) }));
}

function findOneAndUpdate(
  things: Things,
  { filter, sort, update, after }: Operation & { do: 'findOneAndUpdate' },
) {
  const returnDocument = after ? 'after' : 'before';
  return things
    .findOneAndUpdate(filter as never, update as never, { ...EXACT, sort, returnDocument })
    .catch((error) => ({ code: error.code }));
}

async function remove(things: Things, filter: Doc) {
  return (await things.deleteMany(filter as never)).deletedCount;
}

/** Place and code of each statement that failed. */
function errorsOf(error: { readonly writeErrors?: unknown; readonly code?: unknown }): unknown[] {
  const errors = [error.writeErrors ?? []].flat() as unknown as readonly { index: number; code: number }[];
  return errors.length > 0 ? errors.map(({ index, code }) => [index, code]) : [error.code];
}
