/** Rates and times of Slack (platforms.md 1.1 to 1.7), milliseconds unless said. */

/** A request farther from our clock, in either direction, is refused. */
export const MAX_SKEW = 300_000;
/** So long a seen signature is refused: past it, the skew refuses it anyway. */
export const REPLAY_WINDOW = 600_000;
export const MAX_REPLAYS = 50_000;
/** Slack's own payloads stay far below; a view's state may hold several texts of 3,000. */
export const MAX_BODY_BYTES = 512 * 1024;

/** Slack gives up after 3 s. What is stored in time is stored before the answer; the rest of the work follows it. */
export const ACK_BUDGET = 1_500;
/** A form wants its result in the acknowledgement: so long may the work take inside it, and a new prompt's message. */
export const FORM_BUDGET = 1_800;
export const FORM_POST_BUDGET = 600;
/** A trigger lives 3 s: so long an opening dialog waits to learn where its message stands. */
export const POST_BEFORE_OPEN = 800;

export const CALL_TIMEOUT = 10_000;
export const HOOK_TIMEOUT = 3_000;
/** A refused post is tried again in the same turn only within so long; a card's update is the worker's. */
export const MAX_PATIENCE = 30_000;
export const POST_TRIES = 3;
/** So long a shutdown lets a turn wait for Slack. */
export const STOP_PATIENCE = 3_000;
/** Where Slack did not say when: network trouble, and what only a person can repair (a revoked token). */
export const RETRY_NETWORK = 5_000;
export const RETRY_REPAIR = 300_000;

export const MAX_TEXT = 4_000;
export const MAX_BLOCKS = 50;
export const MAX_EXTERNAL_ID = 255;

/** Locale and zone of people, remembered so long and for so many. */
export const HABITS_FRESH = 3_600_000;
export const MAX_HABITS = 2_000;
