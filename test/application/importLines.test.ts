import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportAudit, exportDesk } from '../../src/application/exportLines.ts';
import { importLines } from '../../src/application/importLines.ts';
import { aCustomer, anIsvLicense, aPartner, aSubscription } from '../support/builders.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';

let desks: TestDesk;

beforeAll(async () => {
  desks = await testDesk({ subscriptions: [] });
});
afterAll(() => desks.close());

const customer = { kind: 'customer', ...aCustomer({ id: 'imported-1' }) };
const subscription = {
  kind: 'subscription',
  ...aSubscription({ id: 'im-1', reference: 'S-7001', customerId: 'imported-1' }),
};

function lines(...values: readonly object[]): readonly string[] {
  return values.map((value) => JSON.stringify(value));
}

describe('import', () => {
  test('F-94: every bad line is named with its number and nothing of the file is stored', async () => {
    const result = await importLines(desks.desk, [
      ...lines(customer),
      '{',
      ...lines(
        { kind: 'dragon' },
        { ...subscription, quantity: 'ten' },
        { ...subscription, id: 'im-2', customerId: 'nobody' },
      ),
    ]);
    expect(result.stored).toBe(0);
    expect(result.problems.map((problem) => problem.slice(0, 7))).toEqual(
      expect.arrayContaining(['line 2:', 'line 3:', 'line 4:']),
    );
    expect(await desks.desk.directory.customer('imported-1')).toBeNull();
  });

  test('F-94: an unknown customer, an unknown base, one that is itself, and a reference of another id', async () => {
    const result = await importLines(
      desks.desk,
      lines(
        customer,
        { ...subscription, customerId: 'nobody' },
        { ...subscription, id: 'im-3', reference: 'S-7003', parentSubscriptionId: 'no-base' },
        { ...subscription, id: 'im-4', reference: 'S-7003' },
        { ...subscription, id: 'im-5', reference: 'S-7005', parentSubscriptionId: 'im-5' },
      ),
    );
    expect(result.problems).toEqual([
      'line 2: customer nobody is unknown',
      'line 3: base no-base is unknown',
      'line 4: reference S-7003 is used by im-3',
      'line 5: im-5 is its own base or target',
    ]);
  });

  test('F-94: a customer may stand after its subscription', async () => {
    expect(await importLines(desks.desk, lines(subscription, customer))).toEqual({ stored: 2, problems: [] });
    expect((await desks.desk.subscriptions.get('im-1'))?.subscription.reference).toBe('S-7001');
  });

  test('F-93: the same file again changes nothing and writes no event', async () => {
    await importLines(desks.desk, lines(customer, subscription));
    expect((await desks.desk.subscriptions.get('im-1'))?.version).toBe(0);
  });

  test('F-93: a line that changes a stored subscription raises its version and writes one imported event', async () => {
    await importLines(desks.desk, lines({ ...subscription, quantity: 12 }));
    const events = [];
    for await (const event of exportAudit(desks.desk)) events.push(event);
    expect((await desks.desk.subscriptions.get('im-1'))?.version).toBe(1);
    expect(events).toMatchObject([
      {
        kind: 'event',
        what: 'imported',
        subscription: 'S-7001',
        before: { quantity: 10 },
        after: { quantity: 12 },
      },
    ]);
  });

  test('export, then import into an empty desk, gives the same export line for line', async () => {
    await importLines(
      desks.desk,
      lines(
        { kind: 'partner', ...aPartner() },
        {
          kind: 'subscription',
          ...anIsvLicense({ id: 'im-9', reference: 'S-7009', customerId: 'imported-1' }),
        },
      ),
    );
    const exported = await exportedLines(desks);
    const empty = await testDesk({ subscriptions: [], people: [], customers: [] });
    expect(await importLines(empty.desk, exported)).toMatchObject({ problems: [] });
    expect(await exportedLines(empty)).toEqual(exported);
    await empty.close();
  });
});

async function exportedLines({ desk }: TestDesk): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of exportDesk(desk)) all.push(JSON.stringify(line));
  return all;
}
