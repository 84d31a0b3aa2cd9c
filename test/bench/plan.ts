/** How much of everything a run does. */
export interface Plan {
  readonly rounds: number;
  /** Of one side of a round of pure computation, or of one operation on a database. */
  readonly milliseconds: number;
  /** Requests of one side of a round. */
  readonly turns: number;
  /** Commits of one side of a round. */
  readonly commits: number;
  /** Times that the demo is started, fresh and again, and that a database is opened. */
  readonly starts: number;
  /** Turns between the two looks at the demo's memory. */
  readonly memoryTurns: number;
  /** Sizes of the databases that are compared, the smallest first. */
  readonly documents: readonly number[];
  /** Also with a million subscriptions, which take minutes to make. */
  readonly million: boolean;
  /** Strings of any kind that are parsed. */
  readonly strings: number;
}

const SHORT: Plan = {
  rounds: 3,
  milliseconds: 150,
  turns: 60,
  commits: 100,
  starts: 1,
  memoryTurns: 600,
  documents: [1_000, 10_000],
  million: false,
  strings: 3000,
};
const LONG: Plan = {
  rounds: 9,
  milliseconds: 500,
  turns: 400,
  commits: 300,
  starts: 5,
  memoryTurns: 10_000,
  documents: [1_000, 100_000],
  million: false,
  strings: 100_000,
};
const MILLION = 1_000_000;

export interface Arguments {
  readonly plan: Plan;
  readonly form: 'short' | 'long';
  /** Cases whose name holds this. */
  readonly only: string;
}

const KNOWN = ['--short', '--million'];

/** `--short`, `--million` (documents too), and a part of a case's name; throws on anything else. */
export function readArguments(argv: readonly string[]): Arguments {
  const words = argv.filter((word) => !KNOWN.includes(word)).map((word) => word.replace(/^--only=/, ''));
  const [only = ''] = words;
  if (words.length > 1 || only.startsWith('-'))
    throw new Error(`unknown: ${words.join(' ')} (known: ${KNOWN.join(', ')}, a part of one case's name)`);
  const short = argv.includes('--short');
  const plan = short ? SHORT : LONG;
  const million = argv.includes('--million');
  const documents = million ? [...plan.documents, MILLION] : plan.documents;
  return { plan: { ...plan, documents, million }, form: short ? 'short' : 'long', only };
}
