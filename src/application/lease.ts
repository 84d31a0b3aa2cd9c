/** Real time, milliseconds: how long a process may be silent before another takes its work over (F-83). */
export const LEASE = 10_000;
