import { Error as MongooseError, type Schema } from 'mongoose';

type Operators = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What every path of a schema can do, and its types leave out. */
interface Validating {
  doValidateSync(value: unknown, document: { get(path: string): unknown }): Error | null | undefined;
}

/**
 * Refuses what the schema does not name or allow, as the model's own update does, without its casting: for a write that is
 * sent for every due row and whose values have the types of their columns already (instants are dates).
 */
export function validateUpdate(schema: Schema, update: Operators): void {
  for (const path of Object.values(update).flatMap(Object.keys)) {
    if (schema.path(path) === undefined) throw new MongooseError.StrictModeError(path);
  }
  for (const [path, value] of Object.entries(update['$set'] ?? {})) {
    const problem = (schema.path(path) as unknown as Validating).doValidateSync(value, { get: () => value });
    if (problem) throw problem;
  }
}
