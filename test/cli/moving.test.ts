import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aCustomer, aPartner, aSubscription } from '../support/builders.ts';
import { testDatabase } from '../support/database.ts';
import { PEOPLE } from '../support/desk.ts';
import {
  objects,
  type Processes,
  type Program,
  processes,
  until,
  type Variables,
} from '../support/process.ts';

const LONG = 120_000;
const AT = '2021-09-03T12:00:00.000Z';
const NAME = '=Contoso, "the" first\u2028of two';
const DESK = [
  { kind: 'partner', ...aPartner() },
  { kind: 'person', ...PEOPLE.agent },
  { kind: 'customer', ...aCustomer({ name: NAME }) },
  { kind: 'subscription', ...aSubscription() },
  {
    kind: 'subscription',
    ...aSubscription({ id: 'sub-2', reference: 'S-2000', offerName: 'Project Plan 3' }),
  },
];

let all: Processes;
beforeEach(async () => {
  all = processes();
});
afterEach(() => all.end());

const there = (): Variables => ({ SUBDESK_DATA_DIR: join(all.folder, 'other') });

function chat(lines: readonly (string | object)[], variables: Variables = {}, now = AT) {
  return all.run(['chat', '--json'], { ...variables, SUBDESK_NOW: now }, lines);
}

/** One change done, one asked for; the reference of the one that is open. */
async function live(): Promise<string> {
  expect(await all.run(['import'], {}, DESK)).toMatchObject({ code: 0 });
  const ran = await chat([
    'turn off auto-renew of S-1042',
    { click: 'confirm' },
    'pause S-2000 for non-payment',
  ]);
  expect(objects(ran).map(({ view }) => view)).toEqual(['confirm', 'receipt', 'confirm']);
  return String(objects(ran).at(-1)?.['operation']);
}

describe('moving a desk', () => {
  test(
    'F-93: export --everything, import, and the same back; an open prompt and the history go along',
    async () => {
      const open = await live();
      const history = await chat(['history S-1042']);
      const exported = await all.run(['export', '--everything']);
      expect(exported).toMatchObject({ code: 0, err: '' });
      expect(new Set(objects(exported).map(({ kind }) => kind))).toEqual(
        new Set(['partner', 'person', 'customer', 'subscription', 'operation', 'event']),
      );
      expect(await all.run(['import'], there(), exported.out)).toMatchObject({ code: 0 });
      expect((await all.run(['export', '--everything'], there())).out).toEqual(exported.out);
      expect((await chat(['history S-1042'], there())).out).toEqual(history.out);
      const click = [{ click: 'confirm', operation: open, inputs: { reason: 'non-payment' } }];
      expect(objects(await chat(click, there()))).toMatchObject([{ view: 'receipt' }]);
    },
    LONG,
  );

  test(
    'the same over the server that tests run on',
    async () => {
      await live();
      const server = await testDatabase();
      const elsewhere = { MONGODB_URI: server.uri };
      const exported = await all.run(['export', '--everything']);
      expect(await all.run(['import'], elsewhere, exported.out)).toMatchObject({ code: 0 });
      const back = await all.run(['export', '--everything'], elsewhere);
      expect(await all.run(['import'], there(), back.out)).toMatchObject({ code: 0 });
      expect((await all.run(['export', '--everything'], there())).out).toEqual(exported.out);
      await server.close();
    },
    LONG,
  );

  test(
    'export audit as CSV: RFC 4180, and no cell that a spreadsheet would run',
    async () => {
      await live();
      const wide = {
        kind: 'event',
        id: 'x/1',
        at: AT,
        what: 'declined',
        rules: ['X-6', 'G-4'],
        comment: '=1+1, "now"',
      };
      await all.run(['import'], {}, [wide]);
      const { code, out } = await all.run(['export', 'audit', '--csv']);
      expect(code).toBe(0);
      expect(out.every((line) => line.endsWith('\r'))).toBe(true);
      expect(out[0]).toMatch(/^id,at,what,command,operation,subscription,person,/);
      expect(out.find((line) => line.startsWith('x/1,'))).toBe(
        `x/1,${AT},declined,,,,,,,,,,,,"'=1+1, ""now""",X-6 G-4,,\r`,
      );
      expect(out).toHaveLength(1 + objects(await all.run(['export', 'audit'])).length);
      for (const wrong of [['--csv'], ['audit', '--everything'], ['trail']])
        expect(await all.run(['export', ...wrong])).toMatchObject({ code: 2, out: [] });
    },
    LONG,
  );
});

/** A process that serves the database meanwhile. */
async function owner(): Promise<Program> {
  const worker = all.start(['worker']);
  await until(
    () => existsSync(join(all.folder, 'data', 'mongo.sock')),
    (isThere) => isThere,
  );
  return worker;
}

describe('backup and doctor beside a running owner', () => {
  test(
    'a copy is taken, restores as data/database.sqlite, and is not overwritten',
    async () => {
      await live();
      await all.run(['worker', '--once']);
      const worker = await owner();
      const before = await all.run(['export', '--everything']);
      expect(await all.run(['backup', 'copy'])).toMatchObject({ code: 0, out: ['copy'], err: '' });
      const { size } = await stat(join(all.folder, 'copy'));
      const again = await all.run(['backup', 'copy']);
      expect(again).toMatchObject({ code: 1, out: [] });
      expect(again.err).toMatch(/copy is there already/);
      expect((await stat(join(all.folder, 'copy'))).size).toBe(size);
      mkdirSync(join(all.folder, 'other', 'data'), { recursive: true });
      await copyFile(join(all.folder, 'copy'), join(all.folder, 'other', 'data', 'database.sqlite'));
      expect((await all.run(['export', '--everything'], there())).out).toEqual(before.out);
      worker.signal('SIGTERM');
      await worker.ended;
    },
    LONG,
  );

  test(
    'backup of another server says whose matter that is; without a file it is wrong usage',
    async () => {
      const elsewhere = await all.run(['backup', 'copy'], { MONGODB_URI: 'mongodb://127.0.0.1:1/desk' });
      expect(elsewhere).toMatchObject({ code: 1, out: [] });
      expect(elsewhere.err).toMatch(/its own tools.*export --everything/);
      expect(await all.run(['backup'])).toMatchObject({ code: 2, out: [] });
    },
    LONG,
  );

  test(
    'doctor says which database, its size and its format version, also beside the owner',
    async () => {
      await all.run(['import'], {}, DESK);
      const worker = await owner();
      const ran = await all.run(['doctor']);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out.join('\n')).toMatch(/ok {3}database: embedded, in .*, \d+\.\d MB, format version 2, /);
      worker.signal('SIGTERM');
      await worker.ended;
      const server = await testDatabase();
      const elsewhere = await all.run(['doctor'], { MONGODB_URI: server.uri });
      expect(elsewhere.out.join('\n')).toMatch(/database: [^\n]*reachable/);
      await server.close();
    },
    LONG,
  );

  test(
    'doctor tells why a database stopped, and lets it start again when asked to',
    async () => {
      await all.run(['import'], {}, DESK);
      writeFileSync(join(all.folder, 'data', 'STOPPED'), 'No space left on device\n');
      const told = await all.run(['doctor']);
      expect(told.code).toBe(1);
      expect(told.out.join('\n')).toMatch(/BAD {2}database: .*No space left on device.*--clear-stopped/);
      expect(await all.run(['export'])).toMatchObject({ code: 1, out: [] });
      const cleared = await all.run(['doctor', '--clear-stopped']);
      expect(cleared.code).toBe(0);
      expect(cleared.out.join('\n')).toMatch(/the mark is gone \(No space left on device\)/);
      expect((await all.run(['export'])).out).toHaveLength(DESK.length);
    },
    LONG,
  );
});
