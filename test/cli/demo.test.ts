import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objects, type Processes, type Program, processes, statusOf, until } from '../support/process.ts';

const LONG = 90_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\//;

let all: Processes;
beforeEach(() => {
  all = processes();
});
afterEach(() => all.end());

async function demo(
  variables = {},
  ...options: readonly string[]
): Promise<{ program: Program; port: string }> {
  const program = all.start(['demo', '--port', '0', ...options], variables);
  const [, port = ''] = await program.says(ADDRESS);
  await until(
    () => statusOf(`http://127.0.0.1:${port}/readyz`),
    (status) => status === 200,
  );
  return { program, port };
}

async function stop(program: Program): Promise<void> {
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
}

const chat = (...lines: readonly (string | object)[]) =>
  all.run(['chat', '--json', '--as', 'agent-2'], {}, lines);

async function pausedCount(): Promise<number> {
  const subscriptions = objects(await all.run(['export'])).filter(({ kind }) => kind === 'subscription');
  return subscriptions.filter(({ suspensionKind }) => suspensionKind === 'paused').length;
}

describe('demo', () => {
  test(
    'prints the page, the terminal and the Teams command; page, health and chat work on the same data',
    async () => {
      const { program, port } = await demo();
      expect(program.stdout()).toContain('npm run chat');
      expect(program.stdout()).toContain('npm run demo:teams');
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const talked = await chat('find contoso', 'whoami');
      expect(talked).toMatchObject({ code: 0, err: '' });
      expect(objects(talked)).toMatchObject([{ view: 'list' }, { view: 'who-am-i' }]);
      expect(objects(talked)[1]?.['text']).toContain('Sam Carter');
      expect(program.stderr()).toBe('');
      await stop(program);
    },
    LONG,
  );

  test(
    'starting again keeps what was done, --fresh starts anew and is refused while the folder is in use',
    async () => {
      const first = await demo();
      const before = await pausedCount();
      const [prompt, done] = objects(
        await all.run(['chat', '--json'], {}, ['pause contoso visio for non-payment', { click: 'confirm' }]),
      );
      expect([prompt?.['view'], done?.['view']]).toEqual(['confirm', 'receipt']);
      const refused = await all.run(['demo', '--fresh', '--port', '0']);
      expect(refused).toMatchObject({ code: 1, out: [] });
      expect(refused.err).toMatch(/^subdesk: another process has .* open; stop it first\n$/);
      await stop(first.program);
      await stop((await demo()).program);
      expect(await pausedCount()).toBe(before + 1);
      await stop((await demo({}, '--fresh')).program);
      expect(await pausedCount()).toBe(before);
    },
    LONG,
  );

  test(
    'a taken port is one clear line',
    async () => {
      const { port, program } = await demo();
      const second = await all.run(['demo', '--port', port], { SUBDESK_DATA_DIR: `${all.folder}/other` });
      expect(second).toMatchObject({ code: 1, out: [] });
      expect(second.err).toBe(`subdesk: port ${port} is taken: set PORT to another one\n`);
      await stop(program);
    },
    LONG,
  );

  test(
    'takes a fixed clock, is bound to loopback, and does not care for a half written .env',
    async () => {
      const { program } = await demo({
        SUBDESK_NOW: '2024-02-29T12:00:00.000Z',
        SLACK_SIGNING_SECRET: 'half',
        MONGODB_URI: 'mongodb://127.0.0.1:1/nobody',
      });
      expect(program.stderr()).toBe('');
      await stop(program);
    },
    LONG,
  );

  test(
    'a port that is none is wrong configuration',
    async () => {
      const ran = await all.run(['demo', '--port', 'eighty']);
      expect(ran).toMatchObject({ code: 2, out: [], err: 'subdesk: PORT must be a port, 0 to 65535\n' });
    },
    LONG,
  );
});
