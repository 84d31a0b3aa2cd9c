/** Real time, never fixed: leases, deduplication, signatures, tokens, Retry-After, logs. Milliseconds since 1970. */
export interface Machine {
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
