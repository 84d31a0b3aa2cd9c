import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { typeOf } from '../../src/embedded-mongo/bson.ts';
import { LIST } from '../../src/embedded-mongo/list.ts';
import type { SentCommand } from '../../src/storage/connect.ts';
import { aCustomer } from '../support/builders.ts';
import type { Opened } from './stores.contract.ts';

const { BSON } = mongoose.mongo;

type Part = Readonly<Record<string, unknown>>;
type Listed = keyof typeof LIST;

const README = new URL('../../src/embedded-mongo/README.md', import.meta.url);

/** What the driver adds of its own accord, to a server that has sessions. */
const OF_SESSIONS = new Set(['lsid', 'txnNumber', '$clusterTime', '$readPreference']);
/** The driver's greeting, which it does not report; what $inc makes of a large int32; the real time, which is large. */
const UNSENT: Partial<Record<Listed, readonly string[]>> = {
  commands: ['hello', 'ismaster'],
  'types of a range': ['int64', 'double'],
  'types of values': ['int64'],
};

/** As the server gets it: numbers with their types, nothing undefined. */
function asSent({ command }: SentCommand): Part {
  const bytes = BSON.serialize(command, { ignoreUndefined: true });
  return BSON.deserialize(bytes, { promoteValues: false, promoteLongs: false });
}

/** Collects what the commands use, by the parts of the list. */
function usesOf(sent: readonly SentCommand[]): Readonly<Record<Listed, ReadonlySet<string>>> {
  const uses = Object.fromEntries(Object.keys(LIST).map((part) => [part, new Set<string>()])) as Record<
    Listed,
    Set<string>
  >;
  for (const one of sent) {
    uses.commands.add(one.name);
    noteCommand(uses, one.name, asSent(one));
  }
  return uses;
}

type Uses = Record<Listed, Set<string>>;

function noteCommand(uses: Uses, name: string, command: Part): void {
  const { $db, ...options } = command;
  if ($db !== undefined) uses['options of every command'].add('$db');
  const own = Object.entries(options).slice(1);
  noteOptions(uses, name, Object.fromEntries(own));
  for (const index of listIn(command, 'indexes')) noteOptions(uses, 'an index', index);
  for (const document of listIn(command, 'documents')) noteValues(uses, document);
  for (const statement of listIn(command, 'updates')) {
    noteOptions(uses, 'one update', statement);
    noteUpdate(uses, statement['u'] as Part);
  }
  for (const statement of listIn(command, 'deletes')) noteOptions(uses, 'one delete', statement);
  if (name === 'findAndModify') noteUpdate(uses, command['update'] as Part);
  const statements = [...listIn(command, 'updates'), ...listIn(command, 'deletes')];
  for (const filter of [command['filter'], command['query'], ...statements.map(({ q }) => q)])
    noteFilter(uses, (filter ?? {}) as Part);
}

function listIn(command: Part, name: string): readonly Part[] {
  return Array.isArray(command[name]) ? command[name] : [];
}

/** An option that is false asks for nothing. */
function noteOptions(uses: Uses, where: string, options: Part): void {
  const asked = Object.entries(options).filter(([name, value]) => value !== false && !OF_SESSIONS.has(name));
  const part = uses[`options of ${where}` as Listed] ?? uses.commands;
  for (const [name] of asked) part.add(name);
}

function noteFilter(uses: Uses, filter: Part): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$or') {
      uses['filter operators'].add('$or');
      for (const branch of condition as readonly Part[]) noteFilter(uses, branch);
    } else if (typeOf(condition) === 'document') {
      for (const [operator, operand] of Object.entries(condition as Part))
        noteOperator(uses, operator, operand);
    } else {
      noteValues(uses, condition);
    }
  }
}

function noteOperator(uses: Uses, operator: string, operand: unknown): void {
  uses['filter operators'].add(operator);
  if (/^\$[lg]te?$/.test(operator)) uses['types of a range'].add(typeOf(operand));
  noteValues(uses, operand);
}

function noteUpdate(uses: Uses, update: Part): void {
  for (const [operator, fields] of Object.entries(update)) {
    uses['update operators'].add(operator);
    for (const operand of Object.values(fields as Part)) {
      if (operator === '$push') noteOptions(uses, '$push', operand as Part);
      noteValues(uses, operator === '$push' ? (operand as Part)['$each'] : operand);
    }
  }
}

function noteValues(uses: Uses, value: unknown): void {
  const type = typeOf(value);
  uses['types of values'].add(type);
  if (type === 'array' || type === 'document')
    for (const each of Object.values(value as Part)) noteValues(uses, each);
}

/** The words in backticks of each row of the README's table. */
function tableOf(): Readonly<Record<string, readonly string[]>> {
  const rows = [...readFileSync(README, 'utf8').matchAll(/^\| ([^|]+) \| ([^|]*) \|$/gm)];
  return Object.fromEntries(
    rows.map(([, part = '', words = '']) => [
      part.replaceAll('`', ''),
      [...words.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
    ]),
  );
}

/** Last in the suite: what all the other cases have sent. */
export function plainMongoCases(opened: Opened): void {
  test('more customers than a page holds are read in pages', async () => {
    const { stores, prefix } = opened();
    const ids = Array.from({ length: 501 }, (_, i) => `${prefix}-page-${i}`);
    await Promise.all(ids.map((id) => stores.directory.putCustomer(aCustomer({ id }))));
    const read = new Set<string>();
    for await (const { id } of stores.directory.allCustomers()) read.add(id);
    expect(ids.filter((id) => !read.has(id))).toEqual([]);
  }, 30_000);

  test.each(Object.keys(LIST) as Listed[])(
    'of the %s, all that is sent is listed and all that is listed is sent',
    (part) => {
      const used = usesOf(opened().sent)[part];
      expect([...used].sort()).toEqual(
        LIST[part].filter((word) => !UNSENT[part]?.includes(word) || used.has(word)).sort(),
      );
    },
  );

  test('the README of the embedded database holds the list', () => {
    expect(tableOf()).toMatchObject(LIST);
  });

  test('no upsert, nothing written to several documents by one update, every projection inclusive', () => {
    const { sent } = opened();
    const updates = sent.flatMap((one) => listIn(one.command, 'updates'));
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
