import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { SentCommand } from '../../src/storage/connect.ts';
import type { Opened } from './stores.contract.ts';

type Part = Readonly<Record<string, unknown>>;

const README = new URL('../../src/storage/README.md', import.meta.url);
/** What the driver adds to a command of its own accord. */
const ENVELOPE = new Set([
  '$db',
  'lsid',
  'txnNumber',
  '$clusterTime',
  'batchSize',
  '$readPreference',
  'readConcern',
]);

/** The words in backticks of a row of the README's table. */
function listed(part: string): ReadonlySet<string> {
  const row =
    readFileSync(README, 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| ${part} |`)) ?? '';
  const used = row.split('|')[2] ?? '';
  return new Set([...used.matchAll(/`([^`]+)`/g)].map(([, word]) => String(word)));
}

function operatorsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) {
    for (const one of value) operatorsIn(one, found);
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('$')) found.add(name);
      operatorsIn(inner, found);
    }
  }
  return found;
}

function parts(command: Part, name: 'updates' | 'deletes'): readonly Part[] {
  return (command[name] as readonly Part[] | undefined) ?? [];
}

function filtersOf({ command }: SentCommand): readonly unknown[] {
  const batched = [...parts(command, 'updates'), ...parts(command, 'deletes')].map((one) => one['q']);
  return [command['filter'], command['query'], ...batched];
}

function updatesOf({ name, command }: SentCommand): readonly Part[] {
  if (name === 'findAndModify') return [command['update'] as Part];
  return parts(command, 'updates').map((one) => one['u'] as Part);
}

/** The operators of an update itself; what is in the values that it writes is data. */
function operatorsOf(update: Part): readonly string[] {
  const pushed = Object.values((update['$push'] ?? {}) as Part).flatMap((value) =>
    Object.keys(value as object),
  );
  return [...Object.keys(update), ...pushed];
}

/** Last in the suite: what all the other cases have sent. */
export function plainMongoCases(opened: Opened): void {
  test('only the commands, operators and options of the README are sent, and all of those operators are', () => {
    const { sent } = opened();
    const commands = listed('commands');
    expect(sent.map((one) => one.name).filter((name) => !commands.has(name))).toEqual([]);
    expect(
      new Set(sent.flatMap((one) => filtersOf(one).flatMap((filter) => [...operatorsIn(filter)]))),
    ).toEqual(listed('filters'));
    expect(new Set(sent.flatMap(updatesOf).flatMap(operatorsOf))).toEqual(listed('updates'));
    const reading = sent.filter((one) => one.name === 'find').flatMap((one) => Object.keys(one.command));
    const allowed = new Set(['find', ...listed('of `find`'), ...ENVELOPE]);
    expect(reading.filter((option) => !allowed.has(option))).toEqual([]);
  });

  test('no upsert, nothing written to several documents by one update, every projection inclusive', () => {
    const { sent } = opened();
    const updates = sent.flatMap((one) => parts(one.command, 'updates'));
    expect(updates.filter((one) => one['upsert'] || one['multi'])).toEqual([]);
    expect(sent.filter((one) => one.command['upsert'])).toEqual([]);
    const projections = sent.flatMap((one) => Object.values((one.command['projection'] ?? {}) as Part));
    expect(new Set(projections)).toEqual(new Set([1]));
  });

  test('every write asks for the majority and the journal', () => {
    const writing = new Set(['insert', 'update', 'findAndModify', 'delete', 'createIndexes']);
    const concerns = opened()
      .sent.filter((one) => writing.has(one.name))
      .map((one) => one.command['writeConcern']);
    expect(concerns.length).toBeGreaterThan(0);
    for (const concern of concerns) expect(concern).toEqual({ w: 'majority', j: true });
  });
}
