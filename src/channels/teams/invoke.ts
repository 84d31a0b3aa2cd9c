/** Bodies of an invoke's HTTP 200: their type strings are literals of the protocol (platforms.md 2.5). */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** Takes the clicked card's place, for the person who clicked alone. */
export function cardAnswer(card: object): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** Shown to the person who clicked alone; the card stays. */
export function messageAnswer(text: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

/** An invoke that is none of ours or malformed; words for a developer, the user's client shows its own. */
export function badRequestAnswer(): InvokeAnswer {
  return {
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { code: 'BadRequest', message: 'The action names no operation.' },
  };
}
