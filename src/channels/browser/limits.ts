/** What the page may send, and how often it looks. */
export const BROWSER_LIMITS = {
  /** Bytes of a request's body. */
  body: 64 * 1024,
  /** Characters of a sentence. */
  sentence: 4000,
  /** Cards that one page keeps true. */
  watched: 200,
  /** Milliseconds between two looks at the operations' revisions: one query a process. */
  look: 1000,
} as const;
