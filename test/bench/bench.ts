// Every figure of the product beside its floor: the least that the same work costs without us, measured in the same run.
// npm run bench [-- [--short] [--million] [<part of a case's name>]]
import { availableParallelism } from 'node:os';
import type { Case } from './case.ts';
import { clockCase } from './cases/clock.ts';
import { databaseCase } from './cases/database.ts';
import { decideCase } from './cases/decide.ts';
import { memoryCase } from './cases/memory.ts';
import { parseCase } from './cases/parse.ts';
import { parseAnythingCase } from './cases/parseAnything.ts';
import { resolveCase } from './cases/resolve.ts';
import { slashCommandCase } from './cases/slashCommand.ts';
import { startCase } from './cases/start.ts';
import { storageCommitCase } from './cases/storageCommit.ts';
import { teamsInvokeCase } from './cases/teamsInvoke.ts';
import { readArguments } from './plan.ts';
import { type Row, tableOf } from './table.ts';

const CASES: readonly Case[] = [
  parseCase,
  parseAnythingCase,
  resolveCase,
  decideCase,
  teamsInvokeCase,
  slashCommandCase,
  storageCommitCase,
  clockCase,
  databaseCase,
  startCase,
  memoryCase,
];

const { plan, form, only } = readArguments(process.argv.slice(2));
const chosen = CASES.filter(({ name }) => name.includes(only));
const rows: Row[] = [];
for (const one of chosen) {
  process.stderr.write(`${one.name} …\n`);
  rows.push(...(await one.run(plan)));
}
const machine = `Node ${process.version}, ${availableParallelism()} cores, ${form} form: medians of ${plan.rounds} interleaved rounds`;
const floors = chosen.map(({ name, against }) => `  ${name}: ${against}`);
process.stdout.write(
  `\n${machine}; ratio = cost of the product / cost of its floor\n\n${tableOf(rows)}\n\nFloors\n${floors.join('\n')}\n`,
);
