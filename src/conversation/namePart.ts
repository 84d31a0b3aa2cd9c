import type { Token } from './tokenize.ts';

/** "Pause Records AB", "Cancel Culture Ltd": a verb in a name, in capitals among capitals. */
export function isNamePart(name: readonly Token[], index: number): boolean {
  const token = name[index];
  if (token?.quoted) return true;
  const [before, after] = [name[index - 1], name[index + 1]];
  const beside = [
    before?.key === '&' ? name[index - 2] : before,
    after?.key === '&' ? name[index + 2] : after,
  ].some((other) => other !== undefined && isCapital(other));
  return token !== undefined && isCapital(token) && beside && name.some(({ text }) => /\p{Ll}/u.test(text));
}

function isCapital({ text }: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text) || /^(?:AB|HB|KB|AS|OY|BV|SA|E\d|F\d)$/u.test(text);
}
