import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { preview } from '../../src/application/preview.ts';
import { propose } from '../../src/application/propose.ts';
import { actorAt, NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { anOperation } from '../support/operations.ts';
import {
  CANCEL,
  clicks,
  eventsOf,
  nce,
  PAUSE,
  prompted,
  request,
  trailOf,
  wordsOf,
} from '../support/stories.ts';

const { agent, other, boss, guest } = PEOPLE;

describe('from a command to its prompt', () => {
  let t: TestDesk;
  beforeAll(async () => {
    t = await testDesk();
  });
  afterAll(() => t.close());

  test('F-97: without a role it is not-allowed, the same whether or not the subscription exists', async () => {
    const asked = await Promise.all([
      propose(t.desk, actorAt(guest), request('subscription-1', PAUSE)),
      propose(t.desk, actorAt(guest), request('nowhere', PAUSE)),
      propose(t.desk, actorAt(null), request('subscription-1', PAUSE)),
    ]);
    expect(asked).toEqual(Array(3).fill({ kind: 'not-allowed', who: {} }));
    const events = [];
    for await (const event of t.desk.audit.all()) events.push(event);
    expect(events.map(({ what, subscription, command }) => [what, subscription, command])).toEqual(
      Array(3).fill(['not-allowed', undefined, 'pause']),
    );
  });

  test('a subscription that is not there is not found', async () => {
    expect(await propose(t.desk, actorAt(agent), request('nowhere', PAUSE))).toEqual({ kind: 'not-found' });
  });

  test('an accepted command is a prompt that holds its subscription and expires in 15 minutes (F-86)', async () => {
    await t.add(nce('held'));
    const operation = await prompted(t.desk, agent, 'held');
    expect(operation).toMatchObject({
      state: 'awaiting-confirmation',
      rev: 1,
      requester: 'agent-1',
      subjects: ['held'],
      tier: 3,
      approvers: null,
      createdAt: NOW,
      expiresAt: '2021-09-03T12:15:00.000Z',
      steps: [{ what: 'proposed', person: 'agent-1', at: NOW }],
    });
    expect((await t.desk.subscriptions.get('held'))?.hold).toEqual({
      operation: operation.reference,
      pinned: false,
    });
    expect(await wordsOf(t.desk, operation.reference)).toEqual(['proposed']);
  });

  test('a refused command leaves an event and nothing else', async () => {
    await t.add(nce('refused'));
    const outcome = await propose(t.desk, actorAt(agent), request('refused', { type: 'resume' }));
    expect(outcome).toMatchObject({ kind: 'refused', decision: { code: 'wrong-status', rules: ['P-5'] } });
    expect(await trailOf(t.desk, 'S-refused')).toMatchObject([
      { what: 'refused', command: 'resume', person: 'agent-1', code: 'wrong-status', rules: ['P-5'] },
    ]);
    expect((await t.desk.subscriptions.get('refused'))?.hold).toBeNull();
  });

  test("F-81: the requester's own unanswered prompt gives way, for the same command too", async () => {
    await t.add(nce('again'));
    const first = await prompted(t.desk, agent, 'again');
    const second = await prompted(t.twin, agent, 'again');
    expect(second.reference).not.toBe(first.reference);
    expect(await t.desk.operations.get(first.reference)).toMatchObject({
      state: 'withdrawn',
      because: 'replaced',
    });
    expect(await wordsOf(t.desk, first.reference)).toEqual(['proposed', 'withdrawn']);
  });

  test("F-81: another person's attempt is a conflict that names the first, and leaves it as it is", async () => {
    await t.add(nce('taken'));
    const first = await prompted(t.desk, agent, 'taken');
    const outcome = await propose(t.twin, actorAt(other), request('taken', CANCEL));
    expect(outcome).toMatchObject({ kind: 'conflict', operation: { reference: first.reference } });
    expect((await t.desk.operations.get(first.reference))?.state).toBe('awaiting-confirmation');
    expect((await trailOf(t.desk, 'S-taken')).at(-1)).toMatchObject({
      what: 'refused',
      code: 'operation-open',
      rules: ['G-5'],
    });
  });

  test('F-81: it is refused on its own merits first', async () => {
    await t.add(nce('merits'));
    await prompted(t.desk, agent, 'merits');
    const outcome = await propose(t.desk, actorAt(other), request('merits', { type: 'resume' }));
    expect(outcome.kind).toBe('refused');
  });

  test('a prompt past its time gives way, and its event carries the instant at which it expired', async () => {
    await t.add(nce('late'));
    const first = await prompted(t.desk, agent, 'late');
    t.clock.set('2021-09-03T12:20:00.000Z');
    const second = await prompted(t.twin, other, 'late');
    t.clock.set(NOW);
    expect(second.requester).toBe('agent-2');
    expect((await eventsOf(t.desk, first.reference)).at(-1)).toMatchObject({
      what: 'expired',
      at: first.expiresAt,
    });
  });

  test('a draft that a crash left is no operation and in nobody’s way (F-80)', async () => {
    await t.add(nce('draft'));
    const draft = anOperation({
      reference: 'OP-DRFT',
      state: 'draft',
      subjects: ['draft'],
      requester: 'agent-2',
    });
    await t.desk.operations.insert(draft, draft.expiresAt);
    await t.desk.subscriptions.hold('draft', 0, 'OP-DRFT', null);
    const operation = await prompted(t.desk, agent, 'draft');
    expect(await t.desk.operations.get('OP-DRFT')).toBeNull();
    expect((await t.desk.subscriptions.get('draft'))?.hold?.operation).toBe(operation.reference);
  });

  test('step 0: the same message again, with the reference drawn for it, finds its prompt', async () => {
    await t.add(nce('inbox'));
    const asked = { ...request('inbox', PAUSE), reference: 'OP-INBX' };
    const [first, second] = [
      await propose(t.desk, actorAt(agent), asked),
      await propose(t.twin, actorAt(agent), asked),
    ];
    expect(second).toEqual({ ...first, reading: null });
    expect(await wordsOf(t.desk, 'OP-INBX')).toEqual(['proposed']);
  });

  test('a reference that exists is drawn again, after three clashes with one character more', async () => {
    await t.add(nce('clash'));
    const asked: number[] = [];
    const clashing = (extra: number) => {
      asked.push(extra);
      return asked.length < 5 ? 'OP-INBX' : 'OP-FREE1';
    };
    const desk = { ...t.desk, ids: { ...t.desk.ids, operationReference: clashing } };
    expect((await prompted(desk, agent, 'clash')).reference).toBe('OP-FREE1');
    expect(asked).toEqual([0, 0, 0, 1, 1]);
  });

  test('A-6, F-81: add-ons that a cancellation takes along are its subjects', async () => {
    await t.add(
      nce('m-base'),
      nce('a-addon', { parentSubscriptionId: 'm-base' }),
      nce('z-addon', { parentSubscriptionId: 'm-base' }),
    );
    const blocking = await prompted(t.desk, other, 'z-addon');
    const outcome = await propose(t.desk, actorAt(agent), request('m-base', CANCEL));
    expect(outcome).toMatchObject({ kind: 'conflict', operation: { reference: blocking.reference } });
    expect((await t.desk.subscriptions.get('a-addon'))?.hold).toBeNull();
    await clicks(t.desk, other, blocking.reference, 'keep');
    const operation = await prompted(t.desk, agent, 'm-base', CANCEL);
    expect(operation.subjects).toEqual(['a-addon', 'm-base', 'z-addon']);
    expect((await t.desk.subscriptions.get('a-addon'))?.hold?.operation).toBe(operation.reference);
  });

  test('F-92: a prompt shows what is due as done and stores none of it', async () => {
    const monthly = {
      termDuration: 'P1M',
      billingCycle: 'monthly',
      effectiveStartDate: '2021-07-15T00:00:00.000Z',
    } as const;
    await t.add(nce('due', { ...monthly, commitmentEndDate: '2021-08-15T00:00:00.000Z' }));
    const operation = await prompted(t.desk, agent, 'due');
    expect(operation.snapshot.subscription.commitmentEndDate).toBe('2021-09-15T00:00:00.000Z');
    expect(await t.desk.subscriptions.get('due')).toMatchObject({
      version: 0,
      subscription: { commitmentEndDate: '2021-08-15T00:00:00.000Z' },
    });
  });

  test('F-91: a preview writes nothing at all', async () => {
    await t.add(nce('preview'));
    const outcome = await preview(t.desk, actorAt(agent), request('preview', CANCEL));
    expect(outcome).toMatchObject({
      kind: 'preview',
      decision: { outcome: 'accepted', rules: expect.arrayContaining(['X-6']) },
    });
    expect(await trailOf(t.desk, 'S-preview')).toEqual([]);
    expect((await t.desk.subscriptions.get('preview'))?.hold).toBeNull();
  });

  test('two people at once: one gets the prompt, the other the conflict', async () => {
    await t.add(nce('race'));
    const asked = request('race', PAUSE);
    const outcomes = await Promise.all([
      propose(t.desk, actorAt(agent), asked),
      propose(t.twin, actorAt(other), asked),
      propose(t.desk, actorAt(boss), asked),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'prompt']);
  });
});

describe('F-98: where the policy asks for a second person', () => {
  const approval = [{ when: { tier: 4 }, by: ['admin-agent'] }] as const;

  test('nobody eligible: refused at the sentence, no operation', async () => {
    const t = await testDesk({ policy: { approval }, people: [agent, other, guest] });
    const outcome = await propose(t.desk, actorAt(agent), request('subscription-1', CANCEL));
    expect(outcome).toMatchObject({ kind: 'no-approver', decision: { outcome: 'accepted' } });
    expect(await trailOf(t.desk, 'S-1042')).toMatchObject([{ what: 'refused', code: 'no-approver' }]);
    await t.close();
  });

  test('the requester does not count as the second person', async () => {
    const t = await testDesk({ policy: { approval }, people: [boss] });
    expect((await propose(t.desk, actorAt(boss), request('subscription-1', CANCEL))).kind).toBe(
      'no-approver',
    );
    await t.close();
  });
});
