import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stringify } from 'node:querystring';
import { SAMPLE_PEOPLE, SAMPLE_TEAM } from '../../src/cli/sample/people.ts';
import type { Headers } from './client.ts';

export const SIGNING_SECRET = 'bench-secret';
export const SLACK_PATH = '/slack/events';

/** `/sub help` as Slack sends and signs it; every one has a trigger of its own, or it would be a replay. */
export function signedHelp(
  turn: number,
  responseUrl: string,
): { readonly body: string; readonly headers: Headers } {
  const command = JSON.parse(readFileSync('test/fixtures/slack/command.json', 'utf8')) as Record<
    string,
    string
  >;
  const user = SAMPLE_PEOPLE[0]?.identities.find((account) => account.channel === 'slack')?.user ?? '';
  const body = stringify({
    ...command,
    team_id: SAMPLE_TEAM,
    user_id: user,
    text: 'help',
    response_url: responseUrl,
    trigger_id: `${turn}.bench`,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
