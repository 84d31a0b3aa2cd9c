import { type Rulebook, validateRulebook } from '../rulebook.ts';
import { RULEBOOK_2021_08 } from './2021-08.ts';

/** Every rulebook by its name; a later one is added here. */
export const RULEBOOKS: ReadonlyMap<string, Rulebook> = valid([RULEBOOK_2021_08]);

export const RULEBOOK_NAMES: readonly string[] = [...RULEBOOKS.keys()];

/** The rulebook of that name, or null. */
export function rulebookNamed(name: string): Rulebook | null {
  return RULEBOOKS.get(name) ?? null;
}

/** A broken rulebook stops the program at its start. */
function valid(rulebooks: readonly Rulebook[]): ReadonlyMap<string, Rulebook> {
  const problems = rulebooks.flatMap(validateRulebook);
  if (problems.length > 0) throw new Error(`broken rulebook: ${problems.join('; ')}`);
  return new Map(rulebooks.map((rulebook) => [rulebook.name, rulebook]));
}
