/** How much of everything a run does. */
export interface Plan {
  readonly rounds: number;
  /** Of one side of a round of pure computation. */
  readonly milliseconds: number;
  /** Requests of one side of a round. */
  readonly turns: number;
  /** Commits of one side of a round. */
  readonly commits: number;
  /** Times that the demo is started, fresh and again. */
  readonly starts: number;
  /** Turns between the two looks at the demo's memory. */
  readonly memoryTurns: number;
}

const SHORT: Plan = { rounds: 3, milliseconds: 150, turns: 60, commits: 100, starts: 1, memoryTurns: 600 };
const LONG: Plan = { rounds: 9, milliseconds: 500, turns: 400, commits: 300, starts: 5, memoryTurns: 10_000 };

export interface Arguments {
  readonly plan: Plan;
  readonly form: 'short' | 'long';
  /** Cases whose name holds this. */
  readonly only: string;
}

/** `--short`, and `--only=<part of a case's name>`; throws on anything else. */
export function readArguments(argv: readonly string[]): Arguments {
  const only = argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
  const unknown = argv.find((word) => word !== '--short' && !word.startsWith('--only='));
  if (unknown !== undefined) throw new Error(`unknown: ${unknown} (known: --short, --only=<case>)`);
  const short = argv.includes('--short');
  return { plan: short ? SHORT : LONG, form: short ? 'short' : 'long', only };
}
