/** Drawn at random (architecture.md, "Growth"). */
export interface Ids {
  /** Four characters of an unmistakable alphabet and more after clashes: OP-7F3K. */
  operationReference(extraCharacters: number): string;
  /** 128 random bits, url-safe: attempts, drafts, correlation, refused attempts. */
  unique(): string;
}
