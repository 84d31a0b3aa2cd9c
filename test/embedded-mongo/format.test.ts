import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dataFile, describeData, FORMAT, type Format, migrate } from '../../src/embedded-mongo/format.ts';
import { openStore } from '../../src/embedded-mongo/opening.ts';
import { openFile, type Store } from '../../src/embedded-mongo/store.ts';

// Behind this version there is none yet: newer ones are made up.
const next = FORMAT.version + 1;

const TWO_STEPS: Format = {
  version: next + 1,
  migrations: {
    [FORMAT.version]: (store) => add(store, 'then one'),
    [next]: (store) => add(store, 'then two'),
  },
};

let dataDir = '';

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-format-'));
  const store = await openStore(dataDir, false);
  store.commit(() => add(store, 'first'));
  await store.close();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function add({ prepare }: Store, word: string): void {
  prepare('INSERT INTO collections (namespace) VALUES (?)').run(word);
}

async function wordsIn(format: Format): Promise<string> {
  const store = await openStore(dataDir, false, format);
  const rows = store.prepare('SELECT namespace FROM collections ORDER BY id').all() as {
    namespace: string;
  }[];
  await store.close();
  return rows.map(({ namespace }) => namespace).join(', ');
}

describe('the format', () => {
  test('is told with the size without opening the database, and also while its owner has it open', async () => {
    expect(describeData(join(dataDir, 'nothing'))).toBeNull();
    const store = await openStore(dataDir, false);
    store.commit(() => {
      for (let i = 0; i < 200; i += 1) add(store, String(i).padEnd(1000));
    });
    expect(describeData(dataDir)?.format).toBe(FORMAT.version);
    expect(describeData(dataDir)?.bytes).toBeGreaterThan(200_000);
    await store.close();
    expect(describeData(dataDir)).toEqual({
      bytes: readFileSync(dataFile(dataDir)).length,
      format: FORMAT.version,
    });
  });

  test('that is older is migrated step by step, after a copy was kept', async () => {
    expect(await wordsIn(TWO_STEPS)).toBe('first, then one, then two');
    expect(describeData(dataDir)?.format).toBe(TWO_STEPS.version);
    const copy = `${dataFile(dataDir)}.v${FORMAT.version}`;
    expect(existsSync(`${copy}.part`)).toBe(false);
    expect(readFileSync(copy).includes('first')).toBe(true);
    expect(readFileSync(copy).includes('then one')).toBe(false);
    expect(await wordsIn(TWO_STEPS)).toBe('first, then one, then two');
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
    const store = openFile(dataFile(dataDir), false);
    expect(() => migrate(store, failing)).toThrow('cannot');
    await store.close();
    expect(describeData(dataDir)?.format).toBe(FORMAT.version);
    expect(await wordsIn(FORMAT)).toBe('first');
  });

  test('that is newer is refused, and not a byte is touched', async () => {
    await wordsIn(TWO_STEPS);
    const before = readFileSync(dataFile(dataDir));
    await expect(openStore(dataDir, false)).rejects.toThrow(
      /has the format version 4, this program knows 2\. Nothing was touched: start the version of Subdesk/,
    );
    expect(readFileSync(dataFile(dataDir)).equals(before)).toBe(true);
  });
});
