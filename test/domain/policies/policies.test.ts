import { describe, expect, test } from '@jest/globals';
import type { Person } from '../../../src/domain/person.ts';
import { approversFor, eligible } from '../../../src/domain/policies/approval.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policies/policy.ts';
import { validateTable } from '../../../src/domain/policies/policyTable.ts';
import { mayGive, mayRead } from '../../../src/domain/policies/roles.ts';
import { validateRulebook } from '../../../src/domain/policies/rulebook.ts';
import { RULEBOOK_2021_08 } from '../../../src/domain/policies/rulebooks/2021-08.ts';
import { TIERS, tierOf } from '../../../src/domain/policies/tiers.ts';
import { tighten } from '../../../src/domain/policies/tighten.ts';
import type { LifecycleCommand } from '../../../src/domain/subscription/command.ts';
import { aLegacy, aMetered, anIsvLicense, aScheduledChange, aSubscription } from '../../support/builders.ts';
import { given } from '../../support/decider.ts';

const row = (id: string, when: object) => ({
  id,
  source: 's',
  effectiveFrom: '2021-08-25T00:00:00.000Z',
  when,
  then: 0,
});

describe('F-12: a table is validated', () => {
  test('the rulebook 2021-08 and the tiers are valid', () => {
    expect(validateRulebook(RULEBOOK_2021_08)).toEqual([]);
    expect(validateTable(TIERS, {})).toEqual([]);
  });

  test.each([
    ['an id twice', [row('A', { age: { under: 1 } }), row('A', {})], ['A: the id is used twice']],
    ['no default', [row('A', { kind: 'x' })], ['the last row must be without conditions']],
    [
      'a row behind a wider one',
      [row('A', { age: { under: 9 } }), row('B', { age: { under: 9 }, kind: 'x' }), row('C', {})],
      ['B: no case reaches this row'],
    ],
    [
      'a default in the middle',
      [row('A', {}), row('B', { kind: 'x' }), row('C', {})],
      ['B: no case reaches this row', 'C: no case reaches this row'],
    ],
    [
      'a row behind two that share it',
      [row('A', { kind: 'x' }), row('B', { kind: 'y' }), row('C', { kind: ['x', 'y'] }), row('D', {})],
      ['C: no case reaches this row'],
    ],
  ])('%s', (_name, rows, problems) => {
    expect(validateTable(rows, {})).toEqual(problems);
  });
});

describe('tiers', () => {
  const isv = anIsvLicense();
  const paused = aSubscription({ status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false });
  const suspended = aLegacy({ status: 'suspended', dataDeletionAt: '2021-12-01T00:00:00.000Z' });
  const off = aSubscription({ autoRenewEnabled: false });
  test.each([
    [1, { type: 'set-auto-renew', enabled: true }, off],
    [2, { type: 'set-auto-renew', enabled: false }, aSubscription()],
    [1, { type: 'resume' }, paused],
    [2, { type: 'reactivate' }, suspended],
    [3, { type: 'pause' }, aSubscription()],
    [3, { type: 'suspend' }, aLegacy()],
    [3, { type: 'cancel' }, isv],
    [4, { type: 'cancel' }, aSubscription()],
    [2, { type: 'set-quantity', quantity: 12 }, aSubscription()],
    [3, { type: 'set-quantity', quantity: 8 }, aLegacy()],
    [2, { type: 'schedule-change', quantity: 8 }, aSubscription()],
    [
      1,
      { type: 'remove-scheduled-change' },
      aSubscription({ scheduledNextTermInstructions: aScheduledChange(3) }),
    ],
    [2, { type: 'upgrade', sku: '0002', timing: 'now' }, aSubscription()],
    [2, { type: 'upgrade', sku: '0002', timing: 'term-end', quantity: 4 }, aSubscription()],
    [4, { type: 'deprovision' }, aMetered()],
  ] as const satisfies readonly (readonly [number, LifecycleCommand, object])[])(
    'tier %d: %j',
    (tier, command, subscription) => {
      const sku = { upgradeTargets: ['0002'] };
      const decision = given({ subscription, sku }).when(command, '2021-09-01T12:00Z').accepted();
      expect(tierOf(command, decision, subscription, 'plain', DEFAULT_POLICY)).toBe(tier);
    },
  );

  test('F-57: X-5 and X-6 are tier 4, X-3 is tier 3', () => {
    for (const [now, tier] of [
      ['2021-09-01', 4],
      ['2021-09-10', 4],
    ] as const) {
      expect(
        tierOf(
          { type: 'cancel' },
          given().when('cancel', now).accepted(),
          aSubscription(),
          'plain',
          DEFAULT_POLICY,
        ),
      ).toBe(tier);
    }
    const x3 = given({ subscription: isv }).when('cancel', '2021-09-20').accepted();
    expect(tierOf({ type: 'cancel' }, x3, isv, 'plain', DEFAULT_POLICY)).toBe(3);
  });

  test('F-77: an auto-renew off asked for as a cancellation is tier 3', () => {
    const command = { type: 'set-auto-renew', enabled: false } as const;
    const decision = given().when(command, '2021-09-10').accepted();
    expect(tierOf(command, decision, aSubscription(), 'cancel-at-renewal', DEFAULT_POLICY)).toBe(3);
  });

  test('a partner raises a tier, and never lowers one', () => {
    const decision = given().when('pause', '2021-09-10').accepted();
    const tierWith = (tier: 1 | 4) =>
      tierOf({ type: 'pause' }, decision, aSubscription(), 'plain', {
        ...DEFAULT_POLICY,
        tiers: { pause: tier },
      });
    expect([tierWith(1), tierWith(4)]).toEqual([3, 4]);
  });
});

describe('roles and approval', () => {
  const person = (id: string, ...roles: Person['roles'][number][]): Person => ({
    id,
    name: id,
    roles,
    language: 'en',
    timeZone: 'UTC',
    identities: [],
  });
  const cancelling = (now: string) => ({
    command: 'cancel' as const,
    tier: 4 as const,
    decision: given().when('cancel', now).accepted(),
    subscription: aSubscription(),
  });

  test('G-1: every role gives every command, nobody without one sees anything', () => {
    expect(mayGive(DEFAULT_POLICY, person('a', 'sales-agent'), 'cancel')).toBe(true);
    expect(mayGive(DEFAULT_POLICY, person('a'), 'resume')).toBe(false);
    expect([mayRead(person('a', 'sales-agent')), mayRead(person('a'))]).toEqual([true, false]);
  });

  test('G-1: a partner narrows a role; another role still has it', () => {
    const policy = { ...DEFAULT_POLICY, denied: { 'sales-agent': ['cancel'] } } as const;
    expect(mayGive(policy, person('a', 'sales-agent'), 'cancel')).toBe(false);
    expect(mayGive(policy, person('a', 'sales-agent', 'admin-agent'), 'cancel')).toBe(true);
  });

  test('nobody else is asked by default', () => {
    expect(approversFor(cancelling('2021-09-03'), DEFAULT_POLICY)).toBeNull();
  });

  test('over the limit somebody with one of the roles is, never the requester', () => {
    const approval = [{ when: { tier: 4, amountOver: { USD: '362.00' } }, by: ['admin-agent'] }] as const;
    const policy = { ...DEFAULT_POLICY, approval };
    expect(approversFor(cancelling('2021-09-02'), policy)).toEqual(['admin-agent']);
    expect(approversFor(cancelling('2021-09-03'), policy)).toBeNull();
    expect(eligible(person('boss', 'admin-agent'), 'agent', ['admin-agent'])).toBe(true);
    expect(eligible(person('agent', 'admin-agent'), 'agent', ['admin-agent'])).toBe(false);
    expect(eligible(person('boss', 'sales-agent'), 'agent', ['admin-agent'])).toBe(false);
  });
});

describe('SUBDESK_PARTNER_FILE', () => {
  test('the example of interfaces.md', () => {
    const file = {
      administrators: ['boss'],
      roles: { 'sales-agent': { not: ['cancel', 'deprovision'] } },
      tiers: { pause: 4 },
      approval: [
        {
          when: { tier: 4, amountOver: { USD: '1000.00', SEK: '10000.00' } },
          by: ['admin-agent', 'billing-admin'],
        },
      ],
      announce: { daysBefore: [30, 7, 1] },
      prompts: { requesterMinutes: 15, approverHours: 24 },
    };
    expect(tighten(DEFAULT_POLICY, file)).toMatchObject({
      ok: true,
      policy: {
        denied: { 'sales-agent': ['cancel', 'deprovision'] },
        tiers: { pause: 4 },
        approval: file.approval,
      },
    });
  });

  test.each([
    ['an unknown key', { colour: 1 }, 'colour: unknown key'],
    ['an unknown role', { roles: { owner: { not: [] } } }, 'roles.owner: unknown key'],
    ['a lower tier', { tiers: { cancel: 1 } }, 'tiers.cancel is a loosening: 1 is below the default 3'],
    [
      'a longer prompt',
      { prompts: { requesterMinutes: 60 } },
      'prompts.requesterMinutes is a loosening: 60 is more than 15',
    ],
    [
      'a rule that never matches',
      { approval: [{ when: { command: 'resume', tier: 4 }, by: ['admin-agent'] }] },
      'approval[0] can never match',
    ],
    [
      'a rule behind a wider one',
      {
        approval: [
          { when: { tier: 3 }, by: ['admin-agent'] },
          { when: { tier: 4 }, by: ['global-admin'] },
        ],
      },
      'approval[1] can never match: approval[0] matches first',
    ],
    [
      'an amount that is none',
      { approval: [{ when: { amountOver: { USD: '1.001' } }, by: ['admin-agent'] }] },
      'approval[0].when.amountOver.USD must be an amount like "1000.00" in that currency',
    ],
  ])('%s is refused by name', (_name, file, problem) => {
    expect(tighten(DEFAULT_POLICY, file)).toEqual({ ok: false, problems: [problem] });
  });
});
