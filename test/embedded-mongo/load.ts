import mongoose from 'mongoose';
import { type Attempt, fieldsOf, hasMaybe, type Model, type Thing } from './model.ts';

// The mixed load of many writers on one collection with several indexes.

type Things = mongoose.mongo.Collection<Thing>;
/** A number from 0 up to but not including the limit. */
export type Pick = (limit: number) => number;

export const INDEXES: readonly mongoose.mongo.IndexDescription[] = [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { state: 1, due: 1 }, name: 'state' },
  { key: { 'sub.kind': 1, count: -1 }, name: 'sub' },
  { key: { maybe: 1 }, name: 'maybe' },
  { key: { group: -1, _id: 1 }, name: 'group', unique: true },
];

const WRITERS = 16;
/** A writer with so many documents removes some. */
const ENOUGH = 50;

export interface Load {
  readonly model: Model;
  readonly pick: Pick;
  readonly numbers: { next: number };
}

/** Writes until the server dies. Rejects only when the server answers what it must not. */
export async function runLoad(uri: string, load: Load, killed: Promise<unknown>): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { retryWrites: false, retryReads: false });
  const things = client.db().collection<Thing>('things');
  const writers = Array.from({ length: WRITERS }, (_, writer) => writeUntilDead(things, `w${writer}`, load));
  const all = Promise.all(writers);
  await Promise.race([killed, all]).finally(() => client.close());
  await killed;
  await all;
}

async function writeUntilDead(things: Things, writer: string, load: Load): Promise<void> {
  try {
    for (;;) await writeOnce(things, writer, load);
  } catch (error) {
    if (isAnswer(error)) throw error;
  }
}

/** Not the loss of one; insertMany dresses that up as an answer without a code. */
function isAnswer(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError && typeof error.code === 'number';
}

async function writeOnce(things: Things, writer: string, load: Load): Promise<void> {
  const mine = load.model.ids().filter((id) => id.startsWith(`${writer}-`));
  const die = load.pick(100);
  if (mine.length === 0 || die < 25) return insert(things, writer, 1, load);
  if (die < 35) return insert(things, writer, 3, load);
  if (mine.length > ENOUGH || die < 45) return remove(things, mine, load);
  if (die < 50) return refused(things, mine, load);
  return die < 75 ? update(things, mine, load) : claim(things, load);
}

async function insert(things: Things, writer: string, count: number, { model, numbers }: Load) {
  const token = `${writer}:${numbers.next++}`;
  const ids = Array.from({ length: count }, (_, i) => `${writer}-${token}-${i}`);
  await attempt(model, { kind: 'insert', token, ids }, async () => {
    await things.insertMany(ids.map((_id) => fresh(_id, token)));
    return ids;
  });
}

function fresh(_id: string, token: string): Thing {
  const maybe = hasMaybe(token) ? { maybe: 1 } : {};
  return { _id, group: groupOf(_id), key: `k-${_id}`, count: 1, log: [token], ...fieldsOf(token), ...maybe };
}

/** About ten documents of one writer share a group. */
function groupOf(id: string): string {
  const [writer, token = ''] = id.split('-');
  return `${writer}-${Math.floor(Number(token.split(':')[1]) / 100)}`;
}

async function update(things: Things, mine: readonly string[], { model, pick, numbers }: Load) {
  const id = mine[pick(mine.length)] ?? '';
  const token = `${id.split('-')[0]}:${numbers.next++}`;
  await attempt(model, { kind: 'update', token, ids: [id] }, async () => {
    const { matchedCount } = await things.updateOne({ key: `k-${id}` }, changes(token));
    return matchedCount === 1 ? [id] : [];
  });
}

/** As the worker takes due work: whoever comes first. */
async function claim(things: Things, { model, pick, numbers }: Load) {
  const token = `any:${numbers.next++}`;
  await attempt(model, { kind: 'update', token, ids: [] }, async () => {
    const filter = { state: 'new', due: { $lte: pick(1000) } };
    const claimed = await things.findOneAndUpdate(filter, changes(token), { sort: { due: 1 } });
    return claimed === null ? [] : [claimed._id];
  });
}

function changes(token: string): mongoose.mongo.UpdateFilter<Thing> {
  const { sub, ...fields } = fieldsOf(token);
  return {
    $set: { ...fields, 'sub.kind': sub.kind, ...(hasMaybe(token) ? { maybe: fields.due } : {}) },
    ...(hasMaybe(token) ? {} : { $unset: { maybe: 1 } }),
    $inc: { count: 1 },
    $push: { log: { $each: [token] } },
  } as mongoose.mongo.UpdateFilter<Thing>;
}

/** One, or its whole group. */
async function remove(things: Things, mine: readonly string[], { model, pick, numbers }: Load) {
  const id = mine[pick(mine.length)] ?? '';
  const group = groupOf(id);
  const isGroup = pick(2) === 0;
  const ids = isGroup ? mine.filter((each) => groupOf(each) === group) : [id];
  const token = `${id.split('-')[0]}:${numbers.next++}`;
  await attempt(model, { kind: 'delete', token, ids }, async () => {
    await things.deleteMany(isGroup ? { group } : { _id: id });
    return ids;
  });
}

/** A duplicate leaves nothing behind, whatever it shares its commit with: the model knows nothing of this one. */
async function refused(things: Things, mine: readonly string[], { pick, numbers }: Load) {
  const twin = mine[pick(mine.length)] ?? '';
  const token = `${twin.split('-')[0]}:${numbers.next++}`;
  const thing = { ...fresh(`${twin.split('-')[0]}-${token}-0`, token), key: `k-${twin}` };
  await things.insertOne(thing).catch((error: unknown) => {
    if (!isAnswer(error) || error.code !== 11000) throw error;
  });
}

async function attempt(model: Model, one: Attempt, run: () => Promise<readonly string[]>): Promise<void> {
  model.begin(one);
  model.acknowledge(one, await run());
}
