import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aCustomer, aPartner, aSubscription } from '../support/builders.ts';
import { PEOPLE } from '../support/desk.ts';
import { type Processes, processes } from '../support/process.ts';

const LONG = 90_000;
const NOW = '2021-09-03T12:00:00.000Z';
const DESK = [
  { kind: 'partner', ...aPartner() },
  ...Object.values(PEOPLE).map((person) => ({ kind: 'person', ...person })),
  { kind: 'customer', ...aCustomer() },
  { kind: 'subscription', ...aSubscription() },
];
const TALK = [
  'find fabrikam',
  'pause S-1042 for non-payment',
  { click: 'confirm' },
  { click: 'confirm' },
  { text: 'cancel S-1042', as: PEOPLE.guest.id },
  'cancel the fabrikam.example visio, they said „ring 070-123“',
  '{"text":',
];

let all: Processes;
beforeEach(async () => {
  all = processes();
  await all.run(['import'], {}, DESK);
}, LONG);
afterEach(() => all.end());

async function logged(level: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const ran = await all.run(['chat', '--json'], { SUBDESK_NOW: NOW, LOG_LEVEL: level }, TALK);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toHaveLength(TALK.length);
  const lines = ran.err.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

test(
  'one JSON line a turn with its own correlation id, and nobody’s words above debug',
  async () => {
    const lines = await logged('info');
    const turns = lines.filter(({ msg }) => msg === 'answered');
    // The malformed line is no turn.
    expect(turns).toHaveLength(TALK.length - 1);
    expect(new Set(turns.map(({ correlation }) => correlation)).size).toBe(turns.length);
    for (const { time, view } of turns) expect([typeof time, typeof view]).toEqual(['string', 'string']);
    const text = JSON.stringify(lines);
    for (const word of [aCustomer().name, aCustomer().domain, 'Visio', '070', 'Ada', 'fabrikam'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  },
  LONG,
);

test(
  'chat is quiet unless told otherwise',
  async () => {
    expect(await logged('')).toEqual([]);
  },
  LONG,
);
