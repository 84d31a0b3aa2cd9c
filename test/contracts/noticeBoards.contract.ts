import { expect, test } from '@jest/globals';
import type { NoticeBoard } from '../../src/domain/noticeBoard.ts';
import { anAddress } from '../support/operations.ts';
import { nce } from '../support/stories.ts';
import type { Opened } from './stores.contract.ts';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];
const DAY = '1999-05-02T00:00:00.000Z';
const NEXT = '1999-05-03T00:00:00.000Z';

export function boardCases(opened: Opened): void {
  function board(name: string, fields: Partial<NoticeBoard> = {}): NoticeBoard {
    return {
      id: `${opened().prefix}-${name}`,
      address: anAddress(),
      language: 'sv',
      timeZone: 'Europe/Stockholm',
      wishes: [{ topic: 'renewals', customer: null, person: 'agent-1', since: DAY }],
      rev: 1,
      told: DAY,
      telling: null,
      ...fields,
    };
  }

  test('a place is made once, changed by who read it last, and removed', async () => {
    const { stores, other } = opened();
    const made = board('once');
    const insert = (nth: number) => (nth % 2 ? stores : other).boards.insert(made);
    expect((await Promise.all(EIGHT.map(insert))).filter((one) => one)).toHaveLength(1);
    expect(await other.boards.get(made.id)).toEqual(made);
    expect(await stores.boards.all()).toContainEqual(made);
    const changed = { ...made, wishes: [], language: 'en' } as const;
    expect(await stores.boards.change(changed)).toBe(true);
    expect(await other.boards.change(changed)).toBe(false);
    expect(await other.boards.get(made.id)).toEqual({ ...changed, rev: 2 });
    expect(await stores.boards.remove(made.id, 1)).toBe(false);
    expect(await stores.boards.remove(made.id, 2)).toBe(true);
    expect(await stores.boards.get(made.id)).toBeNull();
    expect(await stores.boards.remove(made.id)).toBe(false);
  });

  test('a day is begun by one, found until it is finished, and then due the day after', async () => {
    const { stores, other } = opened();
    const made = board('days');
    await stores.boards.insert(made);
    const dueAt = async (now: string) => (await stores.boards.due(now, 100)).some(({ id }) => id === made.id);
    expect(await dueAt('1999-05-02T23:59:59.999Z')).toBe(false);
    expect(await dueAt(NEXT)).toBe(true);
    const begin = (nth: number) => (nth % 2 ? stores : other).boards.begin(made.id, DAY, NEXT);
    expect((await Promise.all(EIGHT.map(begin))).filter((one) => one)).toHaveLength(1);
    expect(await stores.boards.get(made.id)).toEqual({ ...made, telling: NEXT });
    expect(await dueAt(NEXT)).toBe(true);
    await stores.boards.finish(made.id, DAY);
    expect((await stores.boards.get(made.id))?.telling).toBe(NEXT);
    await stores.boards.finish(made.id, NEXT);
    await other.boards.finish(made.id, NEXT);
    expect(await stores.boards.get(made.id)).toEqual({ ...made, told: NEXT });
    expect([await dueAt(NEXT), await dueAt('1999-05-04T00:00:00.000Z')]).toEqual([false, true]);
    expect(await other.boards.begin(made.id, DAY, NEXT)).toBe(false);
  });

  test('what is coming is found between two instants, soonest first', async () => {
    const { stores, prefix } = opened();
    const at = { first: '1998-03-01T00:00:00.000Z', second: '1998-03-02T00:00:00.000Z' };
    for (const [name, date] of [
      ['b', at.second],
      ['a', at.first],
      ['c', null],
    ] as const)
      await stores.subscriptions.insert(nce(`${prefix}-coming-${name}`), date, null);
    const own = async (from: string, until: string) =>
      (await stores.upcoming.between(from, until)).filter((id) => id.startsWith(prefix));
    expect(await own(at.first, '1998-03-03T00:00:00.000Z')).toEqual([
      `${prefix}-coming-a`,
      `${prefix}-coming-b`,
    ]);
    expect(await own(at.first, at.second)).toEqual([`${prefix}-coming-a`]);
  });

  test('deliveries of one place are claimed together, and no other place’s', async () => {
    const { stores, other, prefix } = opened();
    const place = `${prefix}-place`;
    const address = anAddress({ channel: 'browser' });
    for (const id of [`${place}×1`, `${place}×2`, `${place}×3`, `${place}-two×1`])
      await stores.deliveries.insert({ id, address, payload: {} }, 500);
    await stores.deliveries.postpone(`${place}×3`, 600);
    const claim = (nth: number) =>
      (nth % 2 ? stores : other).deliveries.claimBeside(`${place}×`, 500, 550, 10);
    const claimed = (await Promise.all(EIGHT.map(claim))).flat().map(({ id }) => id);
    expect(claimed.sort()).toEqual([`${place}×1`, `${place}×2`]);
    expect(await stores.deliveries.claimBeside(`${place}×`, 600, 700, 2)).toHaveLength(2);
  });
}
