import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

/** No 0 and O, no 1, I and L, no U: what is read out on the telephone is typed as it was meant. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

export function randomIds(): Ids {
  return {
    operationReference: (extraCharacters) => `OP-${letters(4 + extraCharacters)}`,
    unique: () => randomBytes(16).toString('base64url'),
  };
}

function letters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
