import type { Plan } from './plan.ts';
import type { Row } from './table.ts';

/** One thing that is measured, with the floor that it is held against. */
export interface Case {
  readonly name: string;
  /** What the floor is. */
  readonly against: string;
  run(plan: Plan): Promise<readonly Row[]>;
}
