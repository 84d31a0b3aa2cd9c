import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { propose } from '../../src/application/propose.ts';
import { answered, receive, takeUp } from '../../src/application/receive.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { InboxRow } from '../../src/ports/inbox.ts';
import { crashingStores } from '../support/crashing.ts';
import { actorAt, deskOver, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { nce, PAUSE, request } from '../support/stories.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());

const answer = (desk: Desk) => async (row: InboxRow) => {
  const subscription = String(row.payload['subscription']);
  const outcome = await propose(desk, actorAt(PEOPLE.agent), {
    ...request(subscription, PAUSE),
    reference: row.reference,
  });
  expect(outcome).toMatchObject({ kind: 'prompt', operation: { state: 'awaiting-confirmation' } });
};

/** A message arrives, is stored, acknowledged and answered. */
async function turn(desk: Desk, id: string): Promise<void> {
  const row = await receive(desk, `console//${id}`, { subscription: id });
  if (row === 'duplicate') return;
  await answer(desk)(row);
  await answered(desk, row);
}

test('step 0: a crash anywhere between a message and its prompt leaves one prompt', async () => {
  await t.add(nce('i0'));
  const counting = crashingStores(t.desk);
  await turn(deskOver(counting.stores, t.desk), 'i0');
  const writes = counting.writes();
  process.stdout.write(`a message: ${writes.length} writes, ${2 * writes.length} crash points\n`);
  for (let write = 1; write <= writes.length; write += 1) {
    for (const when of ['before', 'after'] as const) {
      const id = `i${write}-${when}`;
      await t.add(nce(id));
      const mortal = crashingStores(t.desk);
      mortal.crashAt({ write, when });
      await expect(turn(deskOver(mortal.stores, t.desk), id)).rejects.toThrow();
      t.machine.forward(31_000);
      await takeUp(t.twin, answer(t.twin));
      await turn(t.twin, id);
      const prompts = (await t.desk.operations.ofRequester('agent-1', 100)).filter(
        ({ subjects, state }) => subjects.includes(id) && state !== 'draft',
      );
      expect({ write, when, prompts: prompts.map(({ state }) => state) }).toEqual({
        write,
        when,
        prompts: ['awaiting-confirmation'],
      });
    }
  }
});
