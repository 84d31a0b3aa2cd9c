import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { exportAudit } from '../../src/application/exportLines.ts';
import { exportEverything } from '../../src/application/exportLinesEverything.ts';
import { importLines } from '../../src/application/importLines.ts';
import { memorySpool } from '../../src/application/memorySpool.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import { wish } from '../../src/application/wishes.ts';
import { sampleDesk } from '../../src/cli/sample/desk.ts';
import { storeSample } from '../../src/cli/sample/store.ts';
import { plus } from '../../src/domain/instant.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { faultsOf } from '../support/invariants.ts';
import { anAddress } from '../support/operations.ts';
import {
  CANCEL,
  changedElsewhere,
  clicks,
  nce,
  PAUSE,
  prompted,
  trailOf,
  wordsOf,
} from '../support/stories.ts';

const { agent, boss, other } = PEOPLE;
const APPROVAL = { approval: [{ when: { tier: 4 }, by: ['admin-agent'] }] } as const;
// A whole desk is written, sometimes to a server that takes its time.
jest.setTimeout(120_000);
const PLACE = { channel: 'slack', workspace: 'T1', conversation: 'C1', extra: { thread: '1.2' } } as const;
/** A separator that readers of lines take for a line's end. */
const LINE_END = 'two\u2028lines';

interface Lived {
  /** Open prompts: of the requester, of an approver. */
  readonly open: string;
  readonly asked: string;
  readonly done: string;
  readonly declined: string;
  readonly expired: string;
}

let from: TestDesk;
let lived: Lived;
let lines: readonly string[];

beforeAll(async () => {
  from = await testDesk({ policy: APPROVAL });
  await storeSample(from.desk, sampleDesk(NOW));
  lived = await live(from);
  lines = await everything(from.desk);
});
afterAll(() => from.close());

/** A morning at the desk: everything that can become of a prompt, a change elsewhere, a clock that moved on. */
async function live({ desk, clock, add, actor }: TestDesk): Promise<Lived> {
  const [executed, refused, late, wanted, waiting, paused] = ['1', '2', '3', '4', '5', '6'].map(
    (n) => `w${n}`,
  );
  for (const id of [executed, refused, late, wanted, waiting, paused]) await add(nce(id as string));
  const late_ = await prompted(desk, agent, late as string, PAUSE);
  clock.set(plus(NOW, { minutes: 16 }));
  await runAllDue(desk);
  const first = await prompted(desk, agent, executed as string, CANCEL);
  await clicks(desk, agent, first.reference, 'confirm');
  await clicks(desk, boss, first.reference, 'approve', {});
  const second = await prompted(desk, agent, refused as string, CANCEL);
  await clicks(desk, agent, second.reference, 'confirm');
  await clicks(desk, boss, second.reference, 'decline', { comment: LINE_END });
  const third = await prompted(desk, other, waiting as string, CANCEL);
  await clicks(desk, other, third.reference, 'confirm');
  await clicks(desk, agent, (await prompted(desk, agent, paused as string, PAUSE)).reference, 'confirm');
  await changedElsewhere(desk, wanted as string, { quantity: 12 });
  const open = await prompted(desk, agent, wanted as string, PAUSE);
  const customer = third.snapshot.customer.id;
  await wish(desk, actor(agent, PLACE), { topics: ['renewals', 'endings'], customer });
  await wish(desk, actor(other, PLACE), { topics: ['deletions'], customer: null });
  await desk.operations.showed(open.reference, { address: anAddress(), revision: open.rev });
  return {
    open: open.reference,
    asked: third.reference,
    done: first.reference,
    declined: second.reference,
    expired: late_.reference,
  };
}

async function everything(desk: Desk): Promise<readonly string[]> {
  const read = await exportEverything(desk, memorySpool());
  if (read.outcome !== 'exported') throw new Error(read.outcome);
  const all: string[] = [];
  for await (const line of read.lines) all.push(line);
  return all;
}

async function empty(): Promise<TestDesk> {
  const made = await testDesk({ policy: APPROVAL, people: [], customers: [], subscriptions: [] });
  made.clock.set(from.clock.now());
  return made;
}

async function moved(): Promise<TestDesk> {
  const to = await empty();
  expect(await importLines(to.desk, lines)).toEqual({ stored: lines.length, problems: [] });
  return to;
}

describe('moving a whole desk', () => {
  test('F-93: there and back it is the same, line for line', async () => {
    const there = await moved();
    const exported = await everything(there.desk);
    expect(exported).toEqual(lines);
    const back = await empty();
    await importLines(back.desk, exported);
    expect(await everything(back.desk)).toEqual(lines);
    expect(await faultsOf(back.desk, { settled: false })).toEqual([]);
    await Promise.all([there.close(), back.close()]);
  });

  test('an open prompt works by its reference, an approval is given, a history is the same', async () => {
    const to = await moved();
    expect(await trailOf(to.desk, 'S-w1')).toEqual(await trailOf(from.desk, 'S-w1'));
    expect(await clicks(to.desk, agent, lived.open, 'confirm')).toMatchObject({
      kind: 'settled',
      operation: { state: 'done' },
    });
    expect(await clicks(to.twin, boss, lived.asked, 'approve', {})).toMatchObject({
      kind: 'settled',
      operation: { state: 'done' },
    });
    expect((await to.desk.subscriptions.get('w4'))?.version).toBe(2);
    expect(await wordsOf(to.desk, lived.open)).toEqual(['proposed', 'confirmed', 'executed']);
    expect(await clicks(to.desk, agent, lived.done, 'confirm')).toMatchObject({ kind: 'already-decided' });
    await to.close();
  });

  test('an open prompt keeps others off, expires in its time, and its cards are found behind', async () => {
    const to = await moved();
    expect((await to.desk.subscriptions.get('w4'))?.hold).toEqual({ operation: lived.open, pinned: false });
    expect((await to.desk.subscriptions.get('w1'))?.hold).toBeNull();
    to.clock.set(plus(to.clock.now(), { days: 2 }));
    await runAllDue(to.desk);
    expect((await to.desk.operations.get(lived.open))?.state).toBe('expired');
    expect(await to.desk.operations.staleCards(['teams'], 10)).toMatchObject([{ reference: lived.open }]);
    await to.close();
  });

  test('what is announced where is announced there, and what was told is not told again', async () => {
    const to = await moved();
    const [board, ...others] = await to.desk.boards.all();
    expect(others).toEqual([]);
    expect(board).toEqual((await from.desk.boards.all())[0]);
    expect(board?.wishes.map(({ topic, person }) => [topic, person])).toEqual([
      ['renewals', agent.id],
      ['endings', agent.id],
      ['deletions', other.id],
    ]);
    await wish(to.desk, to.actor(agent, PLACE), { topics: ['renewals'], customer: null });
    await importLines(to.desk, lines);
    expect((await to.desk.boards.all())[0]?.wishes).toHaveLength(4);
    await to.close();
  });

  test('F-93: a second time it adds nothing, and what happened since is not taken back', async () => {
    const to = await moved();
    await clicks(to.desk, agent, lived.open, 'confirm');
    await prompted(to.desk, agent, 'w4', { type: 'resume' });
    const then = await everything(to.desk);
    const since = lines.filter((line) => !line.includes('"kind":"subscription"'));
    expect((await importLines(to.desk, since)).problems).toEqual([]);
    expect(await everything(to.desk)).toEqual(then);
    await to.close();
  });

  test('a desk that went on elsewhere comes back to what was left: its subscriptions catch up, with their events', async () => {
    const to = await moved();
    await clicks(to.desk, agent, lived.open, 'confirm');
    const left = await moved();
    expect((await importLines(left.desk, await everything(to.desk))).problems).toEqual([]);
    expect(await left.desk.subscriptions.get('w4')).toMatchObject({
      version: 2,
      subscription: { status: 'suspended' },
    });
    expect(await trailOf(left.desk, 'S-w4')).toEqual(await trailOf(to.desk, 'S-w4'));
    await Promise.all([to.close(), left.close()]);
  });
});

describe('what an import of everything refuses', () => {
  const operation = (change: object): string => {
    const line = lines.find((one) => one.includes(`"reference":"${lived.open}"`)) ?? '{}';
    return JSON.stringify({ ...JSON.parse(line), ...change });
  };

  test('F-94: operations in words of their own, and subjects that are nowhere', async () => {
    const to = await empty();
    const { problems } = await importLines(to.desk, [
      operation({ state: 'queued' }),
      operation({ colour: 'red' }),
      operation({ place: { ...anAddress(), extra: { $where: 'x' } } }),
      operation({}),
      '{"kind":"cart"}',
      '{"kind":"event","at":"2021-09-03","what":"sold","rules":[]}',
      lines.find((line) => line.startsWith('{"kind":"notices"')) ?? '',
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^line 1: operation\.state must be one of/),
      expect.stringMatching(/^line 2: operation has an unknown key "colour"/),
      expect.stringMatching(/^line 3: operation\.place\.extra/),
      'line 4: subscription w4 is unknown',
      expect.stringMatching(/^line 5: carts come with a later version/),
      'line 6: event.id is missing',
      ...[1, 2].map(() => expect.stringMatching(/^line 7: customer .* is unknown/)),
    ]);
    await to.close();
  });

  test('two open operations on one subscription', async () => {
    const to = await moved();
    const { problems } = await importLines(to.desk, [operation({ reference: 'OP-ELSE' })]);
    expect(problems).toEqual([`line 1: subscription w4 is held by ${lived.open}`]);
    await to.close();
  });
});

describe('an export of a desk at work', () => {
  test('waits for what is being executed, then names it', async () => {
    const { desk } = from;
    const one = await prompted(desk, agent, 'w3', PAUSE);
    const states = { states: ['awaiting-confirmation'] } as const;
    const at = desk.clock.now();
    await desk.operations.change(one.reference, states, { state: 'queued', at }, null, at);
    expect(await exportEverything(desk, memorySpool(), 0)).toEqual({
      outcome: 'busy',
      operations: [one.reference],
    });
    const exporting = exportEverything(desk, memorySpool());
    await runAllDue(desk);
    expect(await exporting).toMatchObject({ outcome: 'exported' });
  });

  test('gives out nothing that moved while it was read', async () => {
    const { desk } = from;
    let reads = 0;
    const busy: Desk = {
      ...desk,
      operations: {
        ...desk.operations,
        async *records() {
          reads += 1;
          await changedElsewhere(desk, 'w6', { quantity: 100 + reads });
          yield* desk.operations.records();
        },
      },
    };
    expect(await exportEverything(busy, memorySpool())).toEqual({ outcome: 'changing' });
    expect(reads).toBeGreaterThan(1);
  });

  test('the audit trail has every event of the export, in its order', async () => {
    const told: unknown[] = [];
    for await (const { id } of exportAudit(from.desk)) told.push(id);
    const lines = (await everything(from.desk)).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ kind }) => kind === 'event').map(({ id }) => id)).toEqual(told);
  });
});
