import { describe, expect, test } from '@jest/globals';
import { rulesVerb } from '../../src/cli/rules.ts';

async function printed(...argv: readonly string[]): Promise<readonly string[]> {
  const out: string[] = [];
  const code = await rulesVerb(argv, {
    stdin: (async function* () {})(),
    stdout: (line) => void out.push(line),
    stderr: (line) => void out.push(line),
    env: {},
    now: () => '2021-09-03T12:00:00.000Z',
    terminal: false,
    stop: new AbortController().signal,
  });
  expect(code).toBe(0);
  return out;
}

describe('subdesk rules', () => {
  test.each([
    [
      'CANCELLING',
      'X-1',
      'product class isv-license, billing cycle monthly, since order less than 24 hours → now, refund full',
    ],
    ['CANCELLING', 'X-6', 'since start less than 30 days → now, refund prorated, as refund, also X-8'],
    ['CANCELLING', 'X-7', 'everything else → refused, since 30 days, offers auto-renew-off, schedule-fewer'],
    [
      'COMMANDS BY PRODUCT CLASS',
      'X-10',
      'command cancel, product class legacy → refused, code not-for-class',
    ],
    ['COMMANDS BY STATUS', 'S-1', 'command suspend, condition pending or paused or suspended or deleted'],
    ['ANOTHER QUANTITY AT ONCE', 'Q-2', 'product class nce, direction fewer → refused, code fewer-only-at'],
    ['WHAT CAN BE SCHEDULED', 'H-2', 'part sku-upgrade or more-licences → earliest now'],
    ['DAYS THAT DATA IS KEPT', 'S-2', 'everything else → days 90, plus lead time yes, at most 120'],
    ['TIERS', 'more-licences', 'command set-quantity, is more yes → 2'],
  ])('a support lead reads under %s what %s decides, and its source', async (table, id, text) => {
    const out = await printed();
    const start = out.findIndex((line) => line.includes(table) && line.endsWith('(first match wins)'));
    const row = out.slice(start + 1).find((line) => line.startsWith(`  ${id} `));
    expect(start).toBeGreaterThanOrEqual(0);
    expect(row).toContain(text);
    expect(row).toMatch(/\[.+\]$/);
  });

  test('each of our own readings says which', async () => {
    const out = await printed();
    expect(out.find((line) => line.startsWith('  X-4 ') && line.includes('deprovision'))).toBeDefined();
    expect(out.find((line) => line.startsWith('  Q-3 ') && line.includes('condition'))).toContain('F-40');
  });

  test('no part of it is JSON, unless it is asked for', async () => {
    expect((await printed()).join('\n')).not.toMatch(/[{}]/);
    for (const line of await printed('--json')) expect(() => JSON.parse(line)).not.toThrow();
  });
});
