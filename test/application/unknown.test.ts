import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DueLine } from '../../src/application/dueRun.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { LifecycleProvider } from '../../src/ports/lifecycleProvider.ts';
import { NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { clicks, nce, prompted, wordsOf } from '../support/stories.ts';

const { agent } = PEOPLE;
let t: TestDesk;
let serial = 0;
let id = '';
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.set(NOW);
  serial += 1;
  id = `u${serial}`;
});

async function runOwn(desk: Desk): Promise<readonly DueLine[]> {
  return (await runAllDue(desk)).filter(({ subscription }) => subscription === `S-${id}`);
}

/** A process whose lifecycle service answers as told. */
function withProvider(desk: Desk, answers: Partial<LifecycleProvider>): Desk {
  return { ...desk, provider: { ...desk.provider, ...answers } };
}

/** Looking again takes no time, and long waits are real. */
async function hurry(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (milliseconds > 1000) return t.machine.sleep(milliseconds, signal);
  t.machine.forward(20_000);
}

describe('unknown: reconciled by the same reference, never repeated', () => {
  test('the answer that was lost is asked for, and asked for again later', async () => {
    await t.add(nce(id));
    const { reference } = await prompted(t.desk, agent, id);
    const calls: string[] = [];
    const losing = withProvider(t.desk, {
      async execute(request) {
        calls.push(`execute ${request.requestId}`);
        await t.desk.provider.execute(request);
        return { outcome: 'unknown' };
      },
      async lookup(requestId) {
        calls.push(`lookup ${requestId}`);
        return { outcome: 'unknown' };
      },
    });
    expect(await clicks(losing, agent, reference, 'confirm')).toMatchObject({
      kind: 'settled',
      operation: { state: 'unknown' },
    });
    await expect(prompted(t.desk, PEOPLE.other, id, { type: 'resume' })).rejects.toThrow('conflict');
    t.clock.set('2021-09-03T12:01:00.000Z');
    await runAllDue(losing);
    expect((await t.desk.operations.get(reference))?.state).toBe('unknown');
    t.clock.set('2021-09-03T12:02:00.000Z');
    expect(await runOwn(t.twin)).toMatchObject([{ what: 'executed', operation: reference }]);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['execute', 'lookup']);
    expect(new Set(calls.map((call) => call.split(' ')[1])).size).toBe(1);
    expect(await wordsOf(t.desk, reference)).toEqual(['proposed', 'confirmed', 'executed', 'unknown']);
  });

  test('a provider that needs time is asked again when it said', async () => {
    await t.add(nce(id));
    const { reference } = await prompted(t.desk, agent, id);
    const slow = withProvider(t.desk, {
      execute: async () => ({ outcome: 'pending', until: '2021-09-03T12:30:00.000Z' }),
    });
    const impatient = { ...slow, machine: { ...t.machine, sleep: hurry } };
    expect(await clicks(impatient, agent, reference, 'confirm')).toMatchObject({
      operation: { state: 'running' },
    });
    expect(await t.desk.operations.due('2021-09-03T12:29:59.999Z', 10)).not.toContain(reference);
    expect(await t.desk.operations.due('2021-09-03T12:30:00.000Z', 10)).toContain(reference);
  });
});
