import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { aPartner } from '../support/builders.ts';
import { PEOPLE } from '../support/desk.ts';
import { objects, type Processes, processes } from '../support/process.ts';

const LONG = 90_000;
const APP = '11111111-2222-3333-4444-555555555555';

let all: Processes;
beforeEach(() => {
  all = processes();
});
afterEach(() => all.end());

describe('manifest', () => {
  test(
    'writes both packages and says where',
    async () => {
      const ran = await all.run(['manifest', '--host', 'desk.example.com', '--app-id', APP, '--out', 'made']);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toEqual(['made/subdesk-teams.zip', 'made/subdesk-slack.json']);
      const zip = unzipSync(readFileSync(join(all.folder, 'made/subdesk-teams.zip')));
      expect(Object.keys(zip).sort()).toEqual(['color.png', 'manifest.json', 'outline.png', 'sv.json']);
      expect(JSON.parse(new TextDecoder().decode(zip['manifest.json']))).toMatchObject({ id: APP });
      const slack = readFileSync(join(all.folder, 'made/subdesk-slack.json'), 'utf8');
      expect(slack).toContain('https://desk.example.com/slack/events');
    },
    LONG,
  );

  test(
    'says what is missing',
    async () => {
      const ran = await all.run(['manifest']);
      expect(ran).toMatchObject({ code: 2, out: [] });
      expect(ran.err).toContain('--app-id');
    },
    LONG,
  );
});

describe('rules and doctor', () => {
  function partnerFile(content: object): { SUBDESK_PARTNER_FILE: string } {
    const file = join(all.folder, 'partner.json');
    writeFileSync(file, JSON.stringify(content));
    return { SUBDESK_PARTNER_FILE: file };
  }

  test(
    'rules prints what is in force, row by row with its source, also what the partner tightened',
    async () => {
      const tightened = partnerFile({ tiers: { pause: 4 }, roles: { 'sales-agent': { not: ['cancel'] } } });
      const plain = await all.run(['rules'], tightened);
      expect(plain).toMatchObject({ code: 0, err: '' });
      for (const id of ['X-5', 'X-6', 'X-7', 'P-5.pause', 'S-2'])
        expect(plain.out.join('\n')).toContain(`  ${id} `);
      const rows = objects(await all.run(['rules', '--json'], tightened));
      for (const row of rows) expect(Object.keys(row)).toEqual(['table', 'id', 'when', 'then', 'source']);
      expect(rows).toContainEqual(
        expect.objectContaining({ id: 'pause', then: 4, source: 'SUBDESK_PARTNER_FILE' }),
      );
      expect(rows.find(({ id }) => id === 'sales-agent')?.['then']).toMatchObject({ not: ['cancel'] });
    },
    LONG,
  );

  test(
    'doctor is content with a filled desk',
    async () => {
      await all.run(['import'], {}, [
        { kind: 'partner', ...aPartner() },
        { kind: 'person', ...PEOPLE.agent },
      ]);
      const ran = await all.run(['doctor'], {
        ...partnerFile({ tiers: { pause: 4 } }),
        SLACK_SIGNING_SECRET: 'hush-signing',
        SLACK_BOT_TOKEN: 'xoxb-hush',
      });
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out.every((line) => line.startsWith('ok  '))).toBe(true);
      expect(ran.out.join('\n')).toContain('tightened: tiers {"pause":4}');
      expect(ran.out.join('\n')).not.toContain('hush');
    },
    LONG,
  );

  test(
    'doctor says each problem with its fix, and no secret',
    async () => {
      const wrong = await all.run(['doctor'], { PORT: 'x', SLACK_SIGNING_SECRET: 'hush' });
      expect(wrong.code).toBe(1);
      expect(wrong.out.filter((line) => line.startsWith('BAD '))).toHaveLength(2);
      const hosts = 'mongodb://somebody:hush@127.0.0.1:1,127.0.0.1:2/desk?serverSelectionTimeoutMS=300';
      const gone = await all.run(['doctor'], { MONGODB_URI: hosts });
      expect(gone.code).toBe(1);
      expect(gone.out.join('\n')).toMatch(/BAD {2}database: .*Check MONGODB_URI/);
      expect(wrong.out.concat(gone.out).join('\n')).not.toContain('hush');
    },
    LONG,
  );
});
