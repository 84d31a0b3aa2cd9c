import { readFileSync } from 'node:fs';

/** A recorded activity, with other fields put over its own. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures are read as they are
export function fixture(name: string, fields: object = {}): any {
  const file = new URL(`../../fixtures/teams/${name}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(file, 'utf8')), ...fields };
}
