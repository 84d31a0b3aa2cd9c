import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);

function text(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function files(folder: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
}

const contributing = text('CONTRIBUTING.md');
const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<
  string,
  Record<string, string>
>;
const packages = { ...dependencies, ...devDependencies };

describe('the house', () => {
  test('every chat has the same file names', () => {
    for (const chat of ['teams', 'slack', 'browser', 'console']) {
      expect(files(`src/channels/${chat}/`)).toEqual(
        expect.arrayContaining(['adapter.ts', 'inbound.ts', 'outbound.ts', 'limits.ts', 'errors.ts']),
      );
    }
  });

  test('every room stands on the map', () => {
    const rooms = readdirSync(new URL('src/', ROOT), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of rooms) expect(contributing).toContain(`src/${name}`);
  });

  test('no file is longer than 250 lines', () => {
    const long = files('src/').filter(
      (file) => file.endsWith('.ts') && text(`src/${file}`).split('\n').length > 251,
    );
    expect(long).toEqual([]);
  });

  test('only one file reads the system’s clock', () => {
    const reading = files('src/').filter(
      (file) =>
        file.endsWith('.ts') &&
        !file.startsWith('channels/browser/page/') &&
        /Date\.now\(\)|new Date\(\)|DateTime\.(now|utc|local)\(\)/.test(text(`src/${file}`)),
    );
    expect(reading).toEqual(['runtime/systemClock.ts']);
  });

  test('only one file reads the environment', () => {
    const reading = files('src/').filter(
      (file) => file.endsWith('.ts') && /process\.env\b/.test(text(`src/${file}`)),
    );
    expect(reading).toEqual(['config.ts']);
  });

  test('every dependency is pinned and has its reason', () => {
    for (const [name, version] of Object.entries(packages)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      const isNamed =
        contributing.includes(`\`${name}\``) ||
        (name.startsWith('@types/') && contributing.includes('`@types/*`'));
      expect([name, isNamed]).toEqual([name, true]);
    }
  });
});
