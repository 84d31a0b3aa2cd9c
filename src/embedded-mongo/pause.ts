/** What a long read gives now and then: nothing for now, a good moment to let others be served before going on. */
export const PAUSE = undefined;
export type Paused = typeof PAUSE;
