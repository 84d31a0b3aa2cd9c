import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Cable, cableTo } from '../support/cable.ts';
import { embeddedServer } from '../support/database.ts';
import { objects, type Processes, processes, statusOf, until } from '../support/process.ts';
import { type SlackEmulator, startSlackEmulator } from '../support/slackEmulator.ts';
import {
  maja,
  type Serving,
  serveSlack,
  slackDesk,
  slackVariables,
  UNSPEAKABLE,
} from '../support/slackServe.ts';

const LONG = 90_000;
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

describe('serve refuses to start', () => {
  test(
    'without a channel',
    async () => {
      const ran = await all.run(['serve']);
      expect(ran).toMatchObject({ code: 2, out: [] });
      expect(ran.err).toMatch(/^subdesk: no channel is configured: [^\n]+\n$/);
    },
    LONG,
  );

  test(
    'half configured, with a wrong value and with a fixed clock: every problem at once, no secret',
    async () => {
      const ran = await all.run(['serve'], {
        PORT: 'eighty',
        SLACK_SIGNING_SECRET: 'hush-signing',
        MICROSOFT_APP_PASSWORD: 'hush-password',
        SUBDESK_NOW: '2021-09-01T00:00:00.000Z',
      });
      expect(ran).toMatchObject({ code: 2, out: [] });
      for (const problem of [
        'PORT',
        'SLACK_BOT_TOKEN',
        'MICROSOFT_APP_ID',
        'MICROSOFT_APP_TENANT_ID',
        'SUBDESK_NOW',
      ])
        expect(ran.err).toContain(`subdesk: ${problem} `);
      expect(ran.err).not.toContain('hush');
    },
    LONG,
  );

  test(
    'where the database does not answer: one line',
    async () => {
      const gone = 'mongodb://somebody:hush@127.0.0.1:1/subdesk?serverSelectionTimeoutMS=300';
      const ran = await all.run(['serve'], { ...slackVariables(slack), MONGODB_URI: gone });
      expect(ran).toMatchObject({ code: 1, out: [] });
      expect(ran.err).toMatch(/^subdesk: the database does not open: [^\n]+\n$/);
      expect(ran.err).not.toContain('hush');
    },
    LONG,
  );
});

test(
  'tells its health and its figures, and nothing to who did not sign',
  async () => {
    await all.run(['import'], {}, slackDesk(slack, 1));
    const { program, origin, events } = await serveSlack(all, slack);
    expect(await statusOf(`${origin}/healthz`)).toBe(200);
    expect(await statusOf(`${origin}/readyz`)).toBe(200);
    expect(await statusOf(`${origin}/`)).toBe(404);
    expect((await fetch(events, { method: 'POST', body: 'command=/sub&text=help' })).status).toBe(401);
    expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(/subdesk_http_request_seconds_count\{/);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
  },
  LONG,
);

test(
  'told to stop, it takes nothing new and finishes the request in hand with all that follows it',
  async () => {
    await all.run(['import'], {}, slackDesk(slack, 1));
    const serving = await serveSlack(all, slack);
    const hands = maja(slack, () => serving.events);
    const { body, headers } = hands.signedMention('pause S-1 for fraud');
    const status = await sendInTwo(serving, body, headers);
    expect(status).toBe(200);
    expect(await serving.program.ended).toBe(0);
    expect(await hands.count(/^Pause .*S-1/)).toBe(1);
  },
  LONG,
);

/** Its head first; the rest when the server, told to stop, listens no more. */
function sendInTwo({ program, origin, events }: Serving, body: string, headers: Record<string, string>) {
  return new Promise<number>((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const sending = request(events, {
      method: 'POST',
      headers: { ...headers, 'content-length': length, expect: '100-continue' },
    });
    sending.once('error', reject);
    sending.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sending.once('continue', () => {
      program.signal('SIGTERM');
      until(
        () => statusOf(`${origin}/healthz`),
        (status) => status === 0,
      ).then(() => sending.end(body), reject);
    });
    sending.flushHeaders();
  });
}

describe('a database that is gone in mid-click', () => {
  let server: Awaited<ReturnType<typeof embeddedServer>>;
  let cable: Cable;
  beforeEach(async () => {
    server = await embeddedServer();
    cable = await cableTo(server.uri);
  });
  afterEach(async () => {
    await cable.close();
    await server.close();
  });

  test(
    'is a clear answer and one log line of the same id, nothing half done, and later all works',
    async () => {
      await all.run(['import'], { MONGODB_URI: server.uri }, slackDesk(slack, 1));
      const { program, origin, events } = await serveSlack(all, slack, { MONGODB_URI: cable.uri });
      const hands = maja(slack, () => events);
      expect(await hands.mention('pause S-1 for fraud', [{ program, origin, events }])).toEqual([200]);
      const dialog = await hands.review(await hands.message(/^Pause .*S-1/));
      cable.cut();
      expect((await hands.person.submit(dialog, { reason: 'fraud' })).status).toBe(200);
      const said = await until(
        () => JSON.stringify(slack.arrived()).match(/For support: ([\w-]+)/),
        (match) => match !== null,
      );
      expect(errorsIn(program.stderr())).toEqual([expect.objectContaining({ correlation: said?.[1] })]);
      expect(
        await until(
          () => statusOf(`${origin}/readyz`),
          (status) => status === 503,
        ),
      ).toBe(503);
      expect(await statusOf(`${origin}/healthz`)).toBe(200);
      cable.mend();
      await until(
        () => statusOf(`${origin}/readyz`),
        (status) => status === 200,
      );
      expect(await statusOfFirst()).toBe('active');
      await hands.person.submit(dialog, { reason: 'fraud' });
      await hands.message(/^Paused: /);
      expect(await statusOfFirst()).toBe('suspended');
      for (const word of UNSPEAKABLE) expect(program.stderr()).not.toContain(word);
    },
    LONG,
  );

  async function statusOfFirst(): Promise<unknown> {
    const lines = objects(await all.run(['export'], { MONGODB_URI: server.uri }));
    return lines.find(({ kind }) => kind === 'subscription')?.['status'];
  }
});

function errorsIn(log: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = log.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ level }) => level === 50);
}
