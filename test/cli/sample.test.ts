import { describe, expect, test } from '@jest/globals';
import { sampleDesk } from '../../src/cli/sample/desk.ts';
import { decide } from '../../src/domain/subscription/decide.ts';
import { due } from '../../src/domain/subscription/due.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';

const DAYS = [
  '2026-11-22T10:00:00.000Z',
  '2024-02-29T23:59:59.999Z',
  '2025-03-30T01:30:00.000Z',
  '2027-01-31T00:00:00.000Z',
];

describe.each(DAYS)('the sample desk as of %s', (now) => {
  const desk = sampleDesk(now);

  function rulesOfCancelling(): ReadonlySet<string> {
    return new Set(desk.subscriptions.map((subscription) => cancel(subscription).rules[0] ?? ''));
  }

  function cancel(subscription: Subscription) {
    const customer = desk.customers.find(({ id }) => id === subscription.customerId);
    if (customer === undefined) throw new Error(`${subscription.reference} has no customer`);
    const { partner } = desk;
    return decide({ subscription, customer, partner, command: { type: 'cancel' }, now, rulebook: '2021-08' });
  }

  test('has at least 40 customers and 160 subscriptions of all four classes', () => {
    expect(desk.customers.length).toBeGreaterThanOrEqual(40);
    expect(desk.subscriptions.length).toBeGreaterThanOrEqual(160);
    expect(new Set(desk.subscriptions.map(({ productClass }) => productClass)).size).toBe(4);
  });

  test('has every window to cancel in, open and closed', () => {
    expect([...rulesOfCancelling()]).toEqual(
      expect.arrayContaining(['X-1', 'X-2', 'X-3', 'X-4', 'X-5', 'X-6', 'X-7', 'X-10']),
    );
  });

  test('has windows that are about to close', () => {
    const soon = desk.subscriptions
      .map(cancel)
      .filter((decision) => decision.outcome === 'accepted' && decision.deadline !== null);
    const left = soon.map(
      (decision) => Date.parse(String('deadline' in decision && decision.deadline)) - Date.parse(now),
    );
    expect(left.filter((milliseconds) => milliseconds < 3 * 3_600_000).length).toBeGreaterThanOrEqual(3);
  });

  test('has paused and suspended ones, scheduled changes, add-ons and a trial', () => {
    const has = (test: (one: Subscription) => boolean) => desk.subscriptions.some(test);
    expect(has(({ suspensionKind }) => suspensionKind === 'paused')).toBe(true);
    expect(has(({ dataDeletionAt }) => dataDeletionAt !== null && dataDeletionAt > now)).toBe(true);
    expect(has(({ scheduledNextTermInstructions }) => scheduledNextTermInstructions !== null)).toBe(true);
    expect(has(({ parentSubscriptionId }) => parentSubscriptionId !== null)).toBe(true);
    expect(has(({ isTrial }) => isTrial)).toBe(true);
  });

  test('has somebody of every role and one without any', () => {
    expect(new Set(desk.people.flatMap(({ roles }) => roles)).size).toBe(5);
    expect(desk.people.some(({ roles }) => roles.length === 0)).toBe(true);
  });

  test('leaves nothing for the clock to do at once, and uses no reference twice', () => {
    for (const subscription of desk.subscriptions) expect((due(subscription).at ?? '9999') > now).toBe(true);
    expect(new Set(desk.subscriptions.map(({ reference }) => reference)).size).toBe(
      desk.subscriptions.length,
    );
  });
});
