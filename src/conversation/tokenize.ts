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

/** A mention, an initial ("A. Datum"), words with what holds them together (contoso.com, S-1042, don't), "1,5", "to -3", a line's end, or one other character. */
const PIECES =
  /<@[A-Z0-9]{1,40}>|\p{Lu}\.(?=\s+\p{Lu})|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6},\d(?![\d,])|(?<=\b(?:to|till|at|på) )-\d{1,7}(?![\d-])|@?[\p{L}\p{N}\p{M}]+(?:['.@_+/:-][\p{L}\p{N}\p{M}]+)*|\n|[^\s]/gu;
const WORD = /^(?:[\p{L}\p{N}\p{M}&]|-\d|@[\p{L}\p{N}]|<@)/u;

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
  return tokens.flatMap(withoutCompound);
}

const COMPOUND =
  /^(.{2,40}?)-(licens(?:en|er|erna)?|licen[cs]es?|prenumeration(?:en|er)?|abonnemang(?:et)?|platser|seats?|subscriptions?)$/u;

/** "E3-licenser" → "E3 licenser". */
function withoutCompound(token: Token): readonly Token[] {
  const parts = token.quoted || token.mark ? null : COMPOUND.exec(token.key);
  const name = parts?.[1];
  // Folding may change a length: then the word is left as it is.
  if (!name || token.key.length !== token.text.length) return [token];
  const cut = name.length;
  return [
    { ...token, text: token.text.slice(0, cut), key: name, end: token.start + cut },
    {
      ...token,
      text: token.text.slice(cut + 1),
      key: token.key.slice(cut + 1),
      start: token.start + cut + 1,
    },
  ];
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
