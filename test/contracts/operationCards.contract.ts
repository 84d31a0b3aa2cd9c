import { expect, test } from '@jest/globals';
import type { Address } from '../../src/domain/operation/operation.ts';
import { anAddress, anOperation } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';

const TEAMS = anAddress({ extra: { 'service.url': 'https://teams.example/$' } });
const SLACK = anAddress({ channel: 'slack', workspace: 'T1', conversation: 'C1', message: '1.2' });

export function cardCases(opened: Opened): void {
  async function stored(name: string): Promise<string> {
    const { stores, prefix } = opened();
    const reference = `OP-${prefix}-card-${name}`;
    await stores.operations.insert(anOperation({ reference, state: 'running' }), null);
    return reference;
  }

  async function raise(reference: string): Promise<void> {
    await opened().other.operations.change(reference, { states: ['running'] }, { because: null }, null, null);
  }

  async function stale(reference: string, channels: readonly Address['channel'][] = ['teams', 'slack']) {
    const found = await opened().stores.operations.staleCards(channels, 1000);
    return found.find((one) => one.reference === reference) ?? null;
  }

  test('a card is stale from the change until it shows the present revision', async () => {
    const { operations } = opened().stores;
    const reference = await stored('shown');
    await operations.showed(reference, { address: TEAMS, revision: 0 });
    expect(await stale(reference)).toBeNull();
    await raise(reference);
    expect(await stale(reference)).toEqual({ reference, rev: 1, cards: [{ address: TEAMS, revision: 0 }] });
    await operations.showed(reference, { address: TEAMS, revision: 1 });
    expect(await stale(reference)).toBeNull();
  });

  test('a shown revision is never lowered, and showing it again changes nothing', async () => {
    const { operations } = opened().stores;
    const reference = await stored('never-lowered');
    await raise(reference);
    await raise(reference);
    await operations.showed(reference, { address: TEAMS, revision: 2 });
    await operations.showed(reference, { address: TEAMS, revision: 1 });
    await operations.showed(reference, { address: TEAMS, revision: 2 });
    expect(await stale(reference)).toBeNull();
  });

  test('a card that a late click teaches is stale at once', async () => {
    const { operations } = opened().stores;
    const reference = await stored('late');
    await raise(reference);
    await operations.showed(reference, { address: TEAMS, revision: 0 });
    expect(await stale(reference)).toMatchObject({ cards: [{ revision: 0 }] });
  });

  test('only what this process can reach: by channel', async () => {
    const { operations } = opened().stores;
    const reference = await stored('channels');
    await operations.showed(reference, { address: TEAMS, revision: 0 });
    await operations.showed(reference, { address: SLACK, revision: 0 });
    await raise(reference);
    expect((await stale(reference, ['slack']))?.cards).toEqual([{ address: SLACK, revision: 0 }]);
    await operations.showed(reference, { address: SLACK, revision: 1 });
    expect(await stale(reference, ['slack'])).toBeNull();
    expect((await stale(reference, ['teams', 'slack', 'browser']))?.cards).toHaveLength(1);
    expect(await stale(reference, [])).toBeNull();
  });

  test('a card that is gone is forgotten, one not known is nothing', async () => {
    const { operations } = opened().stores;
    const reference = await stored('gone');
    await operations.showed(reference, { address: TEAMS, revision: 0 });
    await raise(reference);
    await operations.forgetCard(reference, SLACK);
    expect(await stale(reference)).not.toBeNull();
    await operations.forgetCard(reference, TEAMS);
    expect(await stale(reference)).toBeNull();
    await operations.showed('OP-nobody', { address: TEAMS, revision: 0 });
    await operations.forgetCard('OP-nobody', TEAMS);
  });

  test('cards shown while the operation changes: none is lost, none is stale unseen', async () => {
    const { stores, other } = opened();
    const reference = await stored('raced');
    const places = [1, 2, 3, 4, 5].map((nth) => anAddress({ message: `m-${nth}` }));
    await Promise.all([
      ...places.map((address) => stores.operations.showed(reference, { address, revision: 0 })),
      raise(reference),
      ...places.map((address) => other.operations.showed(reference, { address, revision: 0 })),
      raise(reference),
    ]);
    const found = await stale(reference);
    expect(found?.rev).toBe(2);
    expect(new Set(found?.cards.map((card) => card.address.message)).size).toBe(5);
  });

  test('an operation without cards is never due for an update', async () => {
    const reference = await stored('without');
    await raise(reference);
    expect(await stale(reference, ['teams', 'slack', 'browser', 'console'])).toBeNull();
  });
}
