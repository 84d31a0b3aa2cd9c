import { fold } from './normalise.ts';

export interface Token {
  /** As typed. */
  readonly text: string;
  /** Folded: what is compared. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Inside quotation marks: a name or data, never an order (F-64). */
  readonly quoted: boolean;
  /** Punctuation or a line's end. */
  readonly mark: boolean;
}

/** An initial ("A. Datum"), words with what holds them together (contoso.com, S-1042, don't), a line's end, or one other character. */
const PIECES = /\p{Lu}\.(?=\s+\p{Lu})|[\p{L}\p{N}\p{M}]+(?:['.@_+/:-][\p{L}\p{N}\p{M}]+)*|\n|[^\s]/gu;
const WORD = /^[\p{L}\p{N}\p{M}&]/u;

/** Cuts a normalised sentence up; quotation marks go, what they held is marked `quoted`. */
export function tokenize(text: string): readonly Token[] {
  const pieces = [...text.matchAll(PIECES)].map((match) => ({ text: match[0], start: match.index }));
  const pairs = Math.floor(pieces.filter((piece) => piece.text === '"').length / 2) * 2;
  const tokens: Token[] = [];
  let seen = 0;
  for (const { text: piece, start } of pieces) {
    if (piece === '"') {
      seen += 1;
      continue;
    }
    const quoted = seen < pairs && seen % 2 === 1;
    const mark = !WORD.test(piece);
    tokens.push({
      text: piece,
      key: mark ? piece : fold(piece),
      start,
      end: start + piece.length,
      quoted,
      mark,
    });
  }
  return tokens;
}

/** The words as typed; what stood together stays together. */
export function textOf(tokens: readonly Token[], source: string): string {
  let text = '';
  let end = -1;
  for (const token of tokens) {
    const between = end < 0 ? '' : source.slice(end, token.start);
    text += (end < 0 ? '' : /^[\s"]*$/u.test(between) ? (between === '' ? '' : ' ') : ' ') + token.text;
    end = token.end;
  }
  return text;
}
