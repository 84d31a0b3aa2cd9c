/** What a terminal or a script may send, and how long it waits for a result (F-82). */
export const CONSOLE_LIMITS = {
  /** Characters of a line. */
  line: 64 * 1024,
  /** Milliseconds until the present state is shown instead of the result. */
  wait: 10_000,
  /** Milliseconds between two looks. */
  look: 100,
} as const;
