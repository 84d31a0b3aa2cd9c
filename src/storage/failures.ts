import type { Machine } from '../ports/machine.ts';

const DUPLICATE = 11000;
const WRITE_CONFLICT = 112;
const TRIES = 6;

interface WriteFailure {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly writeErrors?: readonly WriteFailure[] | WriteFailure;
}

/** The name of the index that refused a duplicate, null for any other failure. Not every server sends `keyPattern`; the name stands in the message. */
export function duplicateIn(error: unknown): string | null {
  const { code, message } = (error ?? {}) as WriteFailure;
  if (code !== DUPLICATE) return null;
  const [, named = '_id_'] = /\bindex:?\s+'?([^'\s]+)/i.exec(String(message)) ?? [];
  return named === '_id' ? '_id_' : named;
}

/** True when a batch failed in duplicates only: all the rest of it is written. */
export function onlyDuplicates(error: unknown): boolean {
  const { writeErrors } = (error ?? {}) as WriteFailure;
  const each = writeErrors === undefined ? [error as WriteFailure] : [writeErrors].flat();
  return each.length > 0 && each.every((one) => one?.code === DUPLICATE);
}

function isConflict(error: unknown): boolean {
  const { code, writeErrors } = (error ?? {}) as WriteFailure;
  if (code === WRITE_CONFLICT) return true;
  return writeErrors !== undefined && [writeErrors].flat().some((one) => one.code === WRITE_CONFLICT);
}

/** Does a write again that lost to another at the same moment (112): safe, as each write is by its own filter. */
export async function despiteConflicts<T>(machine: Machine, write: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isConflict(error) || tried >= TRIES) throw error;
      await machine.sleep(2 ** tried);
    }
  }
}
