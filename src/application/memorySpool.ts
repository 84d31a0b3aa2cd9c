import type { Spool } from '../ports/spool.ts';

/** For what is known to be small. */
export function memorySpool(): Spool {
  const kept = new Map<string, string[]>();
  return {
    async put(name, line) {
      const lines = kept.get(name) ?? [];
      lines.push(line);
      kept.set(name, lines);
    },
    async *lines(name) {
      yield* kept.get(name) ?? [];
    },
    empty: async () => kept.clear(),
  };
}
