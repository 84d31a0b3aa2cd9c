import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { testDatabase } from '../support/database.ts';
import { objects, type Processes, processes, until, type Variables } from '../support/process.ts';
import { type SlackEmulator, startSlackEmulator } from '../support/slackEmulator.ts';
import { maja, type Serving, serveSlack, slackDesk, UNSPEAKABLE } from '../support/slackServe.ts';

const LONG = 120_000;
const MANY = 4;

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

/** The first one serves the embedded database, the second is its client. */
async function two(variables: Variables = {}): Promise<readonly [Serving, Serving]> {
  const imported = await all.run(['import'], variables, slackDesk(slack, MANY));
  expect(imported).toMatchObject({ code: 0 });
  const first = await serveSlack(all, slack, variables);
  return [first, await serveSlack(all, slack, variables)];
}

async function trail(variables: Variables = {}): Promise<readonly string[]> {
  const events = objects(await all.run(['export', 'audit'], variables));
  return events.map(({ subscription, what }) => `${subscription} ${what}`).toSorted();
}

const ALL_OF = (reference: string) =>
  ['confirmed', 'executed', 'proposed'].map((what) => `${reference} ${what}`);
const REFERENCES = Array.from({ length: MANY }, (_, index) => `S-${index + 1}`);

async function spread(variables: Variables): Promise<void> {
  const both = await two(variables);
  const hands = maja(slack, () => both[Math.random() < 0.5 ? 0 : 1].events);
  for (const reference of REFERENCES) {
    expect(await hands.mention(`pause ${reference} for fraud`, [...both, ...both])).toEqual([
      200, 200, 200, 200,
    ]);
    const dialog = await hands.review(await hands.message(new RegExp(`^Pause .*${reference}`)));
    const clicks = [1, 2, 3].map(() => hands.person.submit(dialog, { reason: 'fraud' }));
    for (const { status } of await Promise.all(clicks)) expect(status).toBe(200);
  }
  for (const reference of REFERENCES) await hands.message(new RegExp(`^Paused: .*${reference}`));
  for (const { program } of both) program.signal('SIGTERM');
  for (const { program } of both) expect(await program.ended).toBe(0);
  expect(await hands.count(/^Pause /)).toBe(0);
  expect(await hands.count(/^Paused: /)).toBe(MANY);
  expect(await trail(variables)).toEqual(REFERENCES.flatMap(ALL_OF));
  for (const { program } of both) {
    for (const line of program.stderr().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
    for (const word of UNSPEAKABLE) expect(program.stderr()).not.toContain(word);
  }
}

test(
  'two processes over one folder, every request to either, events redelivered to both: one effect, one event',
  async () => {
    await spread({});
  },
  LONG,
);

const external = process.env['SUBDESK_TEST_MONGODB_URI'] ? [await testDatabase()] : [];
for (const { uri, close } of external) {
  test(
    'the same over a MongoDB server',
    async () => {
      await spread({ MONGODB_URI: uri });
      await close();
    },
    LONG,
  );
}

test(
  'kill -9 of the one that serves the database, after the effect and before its card: the other finishes',
  async () => {
    const [first, second] = await two();
    const hands = maja(slack, () => first.events);
    await hands.mention('pause S-1 for fraud', [first]);
    const dialog = await hands.review(await hands.message(/^Pause .*S-1/));
    slack.refuseNext('chat.update', {
      status: 429,
      headers: { 'retry-after': '1' },
      body: { ok: false, error: 'ratelimited' },
    });
    await hands.person.submit(dialog, { reason: 'fraud' });
    await until(
      () => slack.arrived('chat.update'),
      ({ length }) => length > 0,
    );
    first.program.signal('SIGKILL');
    await first.program.ended;
    await hands.message(/^Paused: .*S-1/);
    expect(await trail()).toEqual(ALL_OF('S-1'));
    second.program.signal('SIGTERM');
    expect(await second.program.ended).toBe(0);
  },
  LONG,
);

test(
  'kill -9 in the middle of a click, which is clicked again at the other: one effect',
  async () => {
    const [first, second] = await two();
    const prompts = maja(slack, () => first.events);
    await prompts.mention('pause S-2 for fraud', [first]);
    const dialog = await prompts.review(await prompts.message(/^Pause .*S-2/));
    const lost = prompts.person.submit(dialog, { reason: 'fraud' }).catch(() => null);
    first.program.signal('SIGKILL');
    await Promise.all([lost, first.program.ended]);
    const hands = maja(slack, () => second.events);
    await until(
      async () => {
        await hands.person.submit(dialog, { reason: 'fraud' });
        return hands.count(/^Paused: .*S-2/);
      },
      (count) => count > 0,
    );
    expect(await trail()).toEqual(ALL_OF('S-2'));
  },
  LONG,
);
