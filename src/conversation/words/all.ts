import { fold } from '../normalise.ts';
import { EN_GROUPS, EN_VALUES } from './en/trade.ts';
import { ASSENT_WORDS, FAREWELL_WORDS, MANNER_WORDS, REQUEST_WORDS } from './fillers.ts';
import { REASON_WORDS } from './reasons.ts';
import { SUBJECT_WORDS } from './subjects.ts';
import { SV_GROUPS, SV_VALUES } from './sv/trade.ts';
import { TIME_WORDS } from './times.ts';
import { TRAP_WORDS } from './traps.ts';

const TABLES: readonly string[] = [
  ...[EN_GROUPS, SV_GROUPS].flatMap((groups) => Object.values(groups)),
  ...[EN_VALUES, SV_VALUES].flatMap((values) =>
    Object.values<Readonly<Record<string, string>>>(values).flatMap((one) => Object.values(one)),
  ),
  MANNER_WORDS,
  REQUEST_WORDS,
  FAREWELL_WORDS,
  ASSENT_WORDS,
  REASON_WORDS,
  SUBJECT_WORDS,
  TIME_WORDS,
  TRAP_WORDS,
];

/** Every word of every table, folded: what a slip of the pen may have been meant for. */
export const WORDS_OF_TABLES: readonly string[] = TABLES.flatMap((table) => fold(table).split(/[\s,]+/u));
