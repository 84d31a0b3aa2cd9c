/** Sizes, times and rates of Teams (platforms.md 2.3, 2.4): one table, nothing of it elsewhere. */
export const TEAMS_LIMITS = {
  /** A message is at most some 100 KB; what is larger is not an activity. */
  bodyBytes: 256 * 1024,
  sentenceCharacters: 4_000,
  inputs: 25,
  inputCharacters: 4_000,
  /** Ids of conversations, activities and people; channel conversation ids carry a message id behind them. */
  idCharacters: 1_024,
  referenceCharacters: 200,
  /** Typing is shown when an answer takes longer (store rule: within 2 s). */
  typingAfterMilliseconds: 1_200,
  /** Teams gives an Action.Execute up about here; the present card is answered and the result follows by update. */
  invokePatienceMilliseconds: 8_000,
  /** One request to the connector. */
  connectorTimeoutMilliseconds: 10_000,
  /** A refused post (429, 412) is tried once more inside the turn if it may be so soon. */
  retryInTurnMilliseconds: 3_000,
  /** Retry-After where the connector names none. */
  defaultRetryAfterMilliseconds: 2_000,
  /** Clocks of Microsoft and ours may differ by so much (platforms.md 2.8). */
  tokenSkewMilliseconds: 5 * 60_000,
} as const;
