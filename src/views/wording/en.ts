import { acts } from './en/acts.ts';
import { announcements } from './en/announcements.ts';
import { prompts } from './en/prompts.ts';
import { reading } from './en/reading.ts';
import { refusals } from './en/refusals.ts';
import { states } from './en/states.ts';

/** All that the desk says in English. ICU messages; `~` is a no-break space, <b> strong, <i> a sentence to type. */
export const en = { ...acts, ...prompts, ...states, ...refusals, ...reading, ...announcements } as const;
