import type mongoose from 'mongoose';

export type Doc = Record<string, unknown>;

export interface Thing extends Doc {
  _id: number | string | Date | mongoose.mongo.Int32 | mongoose.mongo.ObjectId;
}

export type Things = mongoose.mongo.Collection<Thing>;

/** `_id`s of what a filter finds, in the order of letters. */
export async function idsOf(things: Things, filter: Doc): Promise<string> {
  const found = await things.find(filter as mongoose.mongo.Filter<Thing>).toArray();
  return found
    .map(({ _id }) => String(_id))
    .sort()
    .join(' ');
}

/** How a write went: "won", or the code of its error. */
export function outcome(work: Promise<unknown>): Promise<string | number | undefined> {
  return work.then(
    () => 'won',
    (error: { code?: number }) => error.code,
  );
}
