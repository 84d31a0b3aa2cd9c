import { distance } from './distance.ts';

/** Costs are tenths of a letter: whole numbers, so that what is equally near is equal. */
export const LETTER = 10;
/** A slip of the hand is likelier than another letter: it ranks a little nearer. */
const SLIP = 9;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** What it takes to have typed one for the other, in tenths of a letter; null when it is more than `most` errors. */
export function typingCost(typed: string, word: string, most: number): number | null {
  if (Math.abs(typed.length - word.length) > most) return null;
  let start = 0;
  const shorter = Math.min(typed.length, word.length);
  while (start < shorter && typed[start] === word[start]) start += 1;
  let end = 0;
  while (end < shorter - start && typed.at(-1 - end) === word.at(-1 - end)) end += 1;
  const was = typed.slice(start, typed.length - end);
  const is = word.slice(start, word.length - end);
  const errors = distance(was, is, most);
  if (errors > most) return null;
  return errors === 1 && isSlip(was, is, word[start - 1]) ? SLIP : errors * LETTER;
}

/** Neighbours swapped, a letter doubled or not, the key beside. */
function isSlip(was: string, is: string, before: string | undefined): boolean {
  if (was.length === 2 && is.length === 2) return true;
  if (was.length + is.length === 1) return was + is === before;
  return was.length === 1 && is.length === 1 && areBeside(was, is);
}

function areBeside(one: string, other: string): boolean {
  const place = placeOf(one);
  const beside = placeOf(other);
  if (!place || !beside) return false;
  const across = place.across - beside.across;
  // Every row begins half a key further right than the one above.
  return Math.abs(place.row - beside.row) <= 1 && Math.abs(across) <= 1;
}

function placeOf(letter: string): { readonly row: number; readonly across: number } | null {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  return row < 0 ? null : { row, across: (ROWS[row]?.indexOf(letter) ?? 0) + row / 2 };
}
