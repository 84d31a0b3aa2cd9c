import { parseInstant } from '../domain/instant.ts';
import { isBadInput, type LineDefaults } from '../domain/json/decideLine.ts';
import { DEFAULT_POLICY } from '../domain/policies/policy.ts';
import { RULEBOOK_NAMES } from '../domain/policies/rulebooks/index.ts';
import type { Io } from './io.ts';

/** What a verb that only reads and writes lines needs of the process. */
export type LineIo = Pick<Io, 'stdin' | 'stdout' | 'stderr' | 'env' | 'now'>;

type Answer = (line: string, defaults: LineDefaults) => Readonly<Record<string, unknown>>;

/** One answer for each line of standard input, in order; 2 when any line was bad (F-14). */
export async function answerLines(io: LineIo, defaults: LineDefaults, answer: Answer): Promise<number> {
  let bad = 0;
  for await (const line of io.stdin) {
    const answered = answer(line, defaults);
    if (isBadInput(answered)) bad += 1;
    io.stdout(JSON.stringify(answered));
  }
  return bad === 0 ? 0 : 2;
}

/** The configured instant and rulebook; null when they are wrong, which is said. */
export function lineDefaults({ env, now, stderr }: LineIo): LineDefaults | null {
  const fixed = env['SUBDESK_NOW']?.trim() || null;
  const at = fixed === null ? now() : parseInstant(fixed);
  const rulebook = env['SUBDESK_RULEBOOK']?.trim() || DEFAULT_POLICY.rulebook;
  const isKnown = RULEBOOK_NAMES.includes(rulebook);
  if (at === null) stderr('SUBDESK_NOW must be an instant like 2021-09-03T12:00:00Z');
  if (!isKnown) stderr(`SUBDESK_RULEBOOK must be one of ${RULEBOOK_NAMES.join(', ')}`);
  return at === null || !isKnown ? null : { now: at, rulebook };
}
