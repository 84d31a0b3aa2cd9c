/** Lines put aside under a name while a whole input is looked through: it may be larger than memory. */
export interface Spool {
  put(name: string, line: string): Promise<void>;
  /** What was put there, in that order; as often as wanted. */
  lines(name: string): AsyncIterable<string>;
  /** Forgets everything. */
  empty(): Promise<void>;
}
