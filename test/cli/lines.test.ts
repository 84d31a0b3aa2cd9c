import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aCustomer, aPartner, aSubscription } from '../support/builders.ts';
import { PEOPLE } from '../support/desk.ts';
import { objects, type Processes, processes } from '../support/process.ts';

const LONG = 90_000;

let all: Processes;
beforeEach(() => {
  all = processes();
});
afterEach(() => all.end());

describe('the verbs that read lines', () => {
  test(
    'F-14: decide answers each line in order, 0 when all were decided, 2 when one was bad',
    async () => {
      const line = { subscription: aSubscription(), customer: aCustomer(), partner: aPartner() };
      const cancel = { ...line, command: { type: 'cancel' } };
      const good = await all.run(['decide'], { SUBDESK_NOW: '2021-09-03T12:00:00.000Z' }, [
        cancel,
        { ...cancel, now: '2021-11-01T00:00:00.000Z' },
      ]);
      expect(good).toMatchObject({ code: 0, err: '' });
      expect(objects(good)).toMatchObject([{ outcome: 'accepted' }, { outcome: 'refused', rules: ['X-7'] }]);
      const bad = await all.run(['decide'], {}, ['nonsense', cancel]);
      expect(bad.code).toBe(2);
      expect(objects(bad)[0]).toMatchObject({ outcome: 'error', code: 'bad-input' });
      expect(bad.out).toHaveLength(2);
    },
    LONG,
  );

  test(
    'due and parse answer line by line',
    async () => {
      const due = await all.run(['due'], {}, [
        { subscription: aSubscription(), customer: aCustomer() },
        '{}',
      ]);
      expect(due.code).toBe(2);
      expect(objects(due)).toMatchObject([
        { what: 'renewal', at: '2022-09-01T00:00:00.000Z' },
        { outcome: 'error' },
      ]);
      const parsed = await all.run(['parse'], {}, [
        'pause contoso e3',
        { text: 'pausa contoso e3', locale: 'sv' },
      ]);
      expect(parsed).toMatchObject({ code: 0, err: '' });
      expect(objects(parsed)).toMatchObject([{ intent: 'pause' }, { intent: 'pause' }]);
      expect(existsSync(join(all.folder, 'data'))).toBe(false);
    },
    LONG,
  );

  test(
    'F-94: import names every bad line with its number, exit 1, and stores nothing of the file',
    async () => {
      const ran = await all.run(['import'], {}, [
        { kind: 'partner', ...aPartner() },
        { kind: 'customer', ...aCustomer(), colour: 'red' },
        'nonsense',
        { kind: 'person', ...PEOPLE.agent },
        { kind: 'planet' },
      ]);
      expect(ran).toMatchObject({ code: 1, out: [] });
      expect(ran.err.trim().split('\n')).toEqual([
        expect.stringMatching(/^line 2: .*colour/),
        expect.stringMatching(/^line 3: /),
        expect.stringMatching(/^line 5: /),
      ]);
      expect(await all.run(['export'])).toMatchObject({ code: 0, out: [] });
    },
    LONG,
  );

  test(
    'F-93: what is exported and imported into an empty database is exported the same',
    async () => {
      const lines = [
        { kind: 'partner', ...aPartner() },
        { kind: 'person', ...PEOPLE.agent },
        { kind: 'customer', ...aCustomer() },
        { kind: 'subscription', ...aSubscription() },
      ];
      await all.run(['import'], {}, lines);
      const exported = await all.run(['export']);
      expect(objects(exported)).toEqual(lines);
      const other = { SUBDESK_DATA_DIR: join(all.folder, 'other') };
      expect(await all.run(['import'], other, exported.out)).toMatchObject({ code: 0 });
      expect((await all.run(['export'], other)).out).toEqual(exported.out);
    },
    LONG,
  );
});
