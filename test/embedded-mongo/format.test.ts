import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dataFile, describeData, FORMAT, type Format, migrate } from '../../src/embedded-mongo/format.ts';
import { openStore } from '../../src/embedded-mongo/opening.ts';
import { openFiles } from '../../src/embedded-mongo/store.ts';

// There is one version yet: older and newer ones are made up.
const KEY = Buffer.from([9]);
const next = FORMAT.version + 1;

const TWO_STEPS: Format = {
  version: next + 1,
  migrations: {
    [FORMAT.version]: (store) => store.put(KEY, Buffer.from(`${store.get(KEY)}, then one`)),
    [next]: (store) => store.put(KEY, Buffer.from(`${store.get(KEY)}, then two`)),
  },
};

let dataDir = '';

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-format-'));
  const store = await openStore(dataDir, false);
  store.commit(() => store.put(KEY, Buffer.from('first')));
  await store.close();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function valueIn(format: Format): Promise<string> {
  const store = await openStore(dataDir, false, format);
  const value = String(store.get(KEY));
  await store.close();
  return value;
}

describe('the format', () => {
  test('is told with the size without opening the database, and also while its owner has it open', async () => {
    expect(describeData(join(dataDir, 'nothing'))).toBeNull();
    const store = await openStore(dataDir, false);
    const put = (i: number) => store.put(Buffer.from([9, i]), Buffer.alloc(1000));
    // Enough for a tree of more than one page.
    store.commit(() => Array.from({ length: 200 }, (_, i) => put(i)));
    const described = describeData(dataDir);
    expect(described).toEqual({ bytes: readFileSync(dataFile(dataDir)).length, format: FORMAT.version });
    expect(described?.bytes).toBeGreaterThan(200_000);
    await store.close();
  });

  test('that is older is migrated step by step, after a copy was kept', async () => {
    expect(await valueIn(TWO_STEPS)).toBe('first, then one, then two');
    expect(describeData(dataDir)?.format).toBe(TWO_STEPS.version);
    const copy = `${dataFile(dataDir)}.v${FORMAT.version}`;
    expect(existsSync(`${copy}.part`)).toBe(false);
    expect(readFileSync(copy).includes('first')).toBe(true);
    expect(readFileSync(copy).includes('first, then one')).toBe(false);
    expect(await valueIn(TWO_STEPS)).toBe('first, then one, then two');
  });

  test('stays what it was when a step fails', async () => {
    const failing: Format = {
      version: TWO_STEPS.version,
      migrations: {
        ...TWO_STEPS.migrations,
        [next]: () => {
          throw new Error('cannot');
        },
      },
    };
    const store = openFiles(dirname(dataFile(dataDir)), false);
    expect(() => migrate(store, failing)).toThrow('cannot');
    await store.close();
    expect(describeData(dataDir)?.format).toBe(FORMAT.version);
    expect(await valueIn(FORMAT)).toBe('first');
  });

  test('that is newer is refused, and not a byte is touched', async () => {
    await valueIn(TWO_STEPS);
    const before = readFileSync(dataFile(dataDir));
    await expect(openStore(dataDir, false)).rejects.toThrow(
      /has the format version 3, this program knows 1\. Nothing was touched: start the version of Subdesk/,
    );
    expect(readFileSync(dataFile(dataDir)).equals(before)).toBe(true);
  });
});
