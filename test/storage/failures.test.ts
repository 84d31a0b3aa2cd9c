import { describe, expect, test } from '@jest/globals';
import { despiteConflicts, duplicateIn, onlyDuplicates } from '../../src/storage/failures.ts';
import { handMachine } from '../support/storage.ts';

describe('what a server refuses', () => {
  test.each([
    [
      'E11000 duplicate key error collection: d.subscriptions index: reference dup key: { reference: "S-1" }',
      'reference',
    ],
    [
      'E11000 duplicate key error collection: d.subscriptions index: _id_ dup key: { _id: "reference" }',
      '_id_',
    ],
    ["Duplicate key violation on the requested collection: Index 'reference'", 'reference'],
    ["Duplicate key violation on the requested collection: Index '_id'", '_id_'],
  ])('a duplicate by code 11000 and the index: %s', (message, index) => {
    expect(duplicateIn({ code: 11000, message })).toBe(index);
  });

  test('another failure is no duplicate', () => {
    expect(duplicateIn({ code: 112, message: 'index: reference' })).toBeNull();
    expect(duplicateIn(new Error('E11000 in words only'))).toBeNull();
    expect(duplicateIn(null)).toBeNull();
  });

  test('a batch failed in duplicates only when each failure is one', () => {
    expect(onlyDuplicates({ code: 11000, writeErrors: [{ code: 11000 }, { code: 11000 }] })).toBe(true);
    expect(onlyDuplicates({ code: 11000, writeErrors: [{ code: 11000 }, { code: 121 }] })).toBe(false);
    expect(onlyDuplicates({ code: 11000, writeErrors: { code: 11000 } })).toBe(true);
    expect(onlyDuplicates(new Error('connection closed'))).toBe(false);
  });

  test('two writers at once (112) are tried again, a bounded number of times', async () => {
    const machine = handMachine(0);
    const failing = (times: number, error: unknown) => {
      let left = times;
      let calls = 0;
      const write = async () => {
        calls += 1;
        if (left-- > 0) throw error;
        return calls;
      };
      return { write, calls: () => calls };
    };
    expect(await despiteConflicts(machine, failing(3, { code: 112 }).write)).toBe(4);
    expect(await despiteConflicts(machine, failing(1, { writeErrors: [{ code: 112 }] }).write)).toBe(2);
    const endless = failing(99, { code: 112 });
    await expect(despiteConflicts(machine, endless.write)).rejects.toEqual({ code: 112 });
    expect(endless.calls()).toBeLessThan(10);
    const other = failing(1, new Error('gone'));
    await expect(despiteConflicts(machine, other.write)).rejects.toThrow('gone');
    expect(other.calls()).toBe(1);
  });
});
