import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Processes, processes } from '../support/process.ts';

const LONG = 90_000;
const VERBS = 'serve worker demo chat parse decide due import export backup manifest rules doctor'.split(' ');

let all: Processes;
beforeEach(() => {
  all = processes();
});
afterEach(() => all.end());

describe('every verb', () => {
  test(
    'explains itself with --help on standard output, exit 0, and touches nothing',
    async () => {
      for (const verb of VERBS) {
        const ran = await all.run([verb, '--help']);
        expect(ran).toMatchObject({ code: 0, err: '' });
        expect(ran.out[0]).toMatch(new RegExp(`^usage: subdesk ${verb}`));
      }
      expect((await all.run(['--help'])).out.join(' ')).toContain(VERBS.join(', '));
      expect(existsSync(join(all.folder, 'data'))).toBe(false);
    },
    LONG,
  );

  test.each([
    [['frobnicate'], /unknown verb frobnicate/],
    [['--loud'], /serve: Unknown option '--loud'/],
    [['rules', '--loud'], /Unknown option '--loud'/],
    [['parse', 'words'], /words/],
    [['export', 'everything'], /`export --everything`/],
  ])(
    '%j is wrong usage, exit 2',
    async (argv, reason) => {
      const ran = await all.run(argv);
      expect(ran).toMatchObject({ code: 2, out: [] });
      expect(ran.err).toMatch(reason);
    },
    LONG,
  );

  test(
    'only demo, chat, decide and worker --once accept a fixed clock',
    async () => {
      const fixed = { SUBDESK_NOW: '2021-09-01T00:00:00.000Z' };
      for (const verb of ['serve', 'worker', 'due', 'import', 'export', 'manifest', 'rules']) {
        const ran = await all.run([verb], fixed);
        expect([verb, ran.code, ran.out]).toEqual([verb, 2, []]);
        expect(ran.err).toContain('SUBDESK_NOW');
      }
      expect(await all.run(['worker', '--once'], fixed)).toMatchObject({ code: 0, err: '' });
    },
    LONG,
  );
});
