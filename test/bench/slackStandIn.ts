import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { close, listen } from '../support/teams/connector.ts';

/** As much of Slack as a read command meets: who asks, and the response URL. */
export interface SlackStandIn {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** The next answer that arrives at the response URL. */
  nextAnswer(): Promise<string>;
  close(): Promise<void>;
}

const USER = JSON.stringify({ ok: true, user: { locale: 'en-GB', tz: 'Europe/Stockholm' } });

export async function slackStandIn(): Promise<SlackStandIn> {
  const waiting: ((answer: string) => void)[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const isAnswer = request.url === '/hooks/1';
    response.writeHead(200, { 'content-type': 'application/json' }).end(isAnswer ? '{"ok":true}' : USER);
    if (isAnswer) waiting.shift()?.(body);
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return {
    apiUrl: `${origin}/api/`,
    responseUrl: `${origin}/hooks/1`,
    nextAnswer: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => close(server),
  };
}
