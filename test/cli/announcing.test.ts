import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { objects, type Processes, processes, until } from '../support/process.ts';
import { type SlackEmulator, startSlackEmulator } from '../support/slackEmulator.ts';
import { maja, serveSlack, slackDesk } from '../support/slackServe.ts';

const LONG = 60_000;
const WEEK = 7 * 86_400_000;

let all: Processes;
let slack: SlackEmulator;
beforeEach(async () => {
  all = processes();
  slack = await startSlackEmulator();
});
afterEach(async () => {
  await all.end();
  await slack.stop();
});

/** Everything renews in a week. */
function desk(): readonly object[] {
  const commitmentEndDate = new Date(Date.now() + WEEK).toISOString();
  return slackDesk(slack, 3).map((line) =>
    'kind' in line && line.kind === 'subscription' ? { ...line, commitmentEndDate } : line,
  );
}

test(
  'two servers of one desk tell a channel of its renewals in one message, once',
  async () => {
    expect(await all.run(['import'], {}, desk())).toMatchObject({ code: 0 });
    const both = [await serveSlack(all, slack), await serveSlack(all, slack)] as const;
    const hands = maja(slack, () => both[0].events);
    await hands.mention('notify here about renewals', both);
    const message = await hands.message(/^3 subscriptions renew or end soon/);
    expect(JSON.stringify(message['blocks'])).toMatch(/show-S-1\b.*show-S-2\b.*show-S-3\b/);
    const told = async () => objects(await all.run(['export', 'audit'], {}));
    await until(told, (events) => events.filter(({ what }) => what === 'announced').length === 3);
    expect(await hands.count(/renew or end soon/)).toBe(1);
    for (const { program } of both) program.signal('SIGTERM');
    for (const { program } of both) expect(await program.ended).toBe(0);
  },
  LONG,
);
