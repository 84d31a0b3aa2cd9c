import type { en } from './en.ts';
import { acts } from './sv/acts.ts';
import { announcements } from './sv/announcements.ts';
import { prompts } from './sv/prompts.ts';
import { reading } from './sv/reading.ts';
import { refusals } from './sv/refusals.ts';
import { states } from './sv/states.ts';

/** Allt som Subdesk säger på svenska: samma nycklar som engelskan, annars går det inte att kompilera. */
export const sv = {
  ...acts,
  ...prompts,
  ...states,
  ...refusals,
  ...reading,
  ...announcements,
} satisfies Record<keyof typeof en, string>;
