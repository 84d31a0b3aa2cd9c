/** What one round of one side cost, a number for each thing measured; less is better. */
export type Round = () => Promise<readonly number[]> | readonly number[];

/** One thing measured on both sides. */
export interface Compared {
  readonly product: number;
  readonly floor: number;
  /** The median of the rounds' own ratios: a machine that drifts changes both halves of a round. */
  readonly ratio: number;
}

/** Runs both sides in turn, A B A B, after one round each that does not count. */
export async function interleaved(
  rounds: number,
  product: Round,
  floor: Round,
): Promise<readonly Compared[]> {
  await product();
  await floor();
  const pairs: { readonly ours: readonly number[]; readonly theirs: readonly number[] }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ ours: await product(), theirs: await floor() });
  }
  const measured = pairs[0]?.ours ?? [];
  return measured.map((_, index) =>
    compare(
      pairs.map(({ ours, theirs }) => [ours[index] ?? Number.NaN, theirs[index] ?? Number.NaN] as const),
    ),
  );
}

/** The costs of each side, round by round: all sides in turn, after one round each that does not count. */
export async function inTurn(
  rounds: number,
  sides: readonly (() => Promise<number>)[],
): Promise<readonly (readonly number[])[]> {
  const costs = sides.map((): number[] => []);
  for (const side of sides) await side();
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) costs[index]?.push(await side());
  }
  return costs;
}

/** Of pairs of costs: the product's and the floor's. */
export function compare(pairs: readonly (readonly [number, number])[]): Compared {
  return {
    product: median(pairs.map(([product]) => product)),
    floor: median(pairs.map(([, floor]) => floor)),
    ratio: median(pairs.map(([product, floor]) => product / floor)),
  };
}

/** The middle one, or the mean of the middle two; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

const BETWEEN_LOOKS = 64;

/** Milliseconds that one call takes, of as many as fit into so many milliseconds. */
export function timeEach(milliseconds: number, call: (index: number) => unknown): number {
  const began = performance.now();
  let calls = 0;
  let took = 0;
  while (took < milliseconds) {
    for (let index = 0; index < BETWEEN_LOOKS; index += 1) call(calls + index);
    calls += BETWEEN_LOOKS;
    took = performance.now() - began;
  }
  return took / calls;
}

/** Processor time of this process so far, all threads, milliseconds. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
