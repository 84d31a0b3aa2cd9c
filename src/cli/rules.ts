import type { Policy } from '../domain/policies/policy.ts';
import type { Row } from '../domain/policies/policyTable.ts';
import { ROLE_MATRIX } from '../domain/policies/roles.ts';
import { rulebookNamed } from '../domain/policies/rulebooks/index.ts';
import { TIERS } from '../domain/policies/tiers.ts';
import type { Io } from './io.ts';
import { configured } from './open.ts';
import { thenText, whenText } from './rulesText.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'rules',
  does: 'Prints the rulebook, the tiers, the roles and the approval policy in force, row by row with their sources.',
  options: { json: { type: 'boolean', does: 'one JSON object a row' } },
};

/** One line of what is in force. */
interface Printed {
  readonly table: string;
  readonly id: string;
  readonly when: unknown;
  readonly then: unknown;
  readonly source: string;
}

export async function rulesVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const config = configured(io, 'real');
  if (config === null) return 2;
  const rows = inForce(config.policy);
  let table = '';
  for (const row of rows) {
    if (args.options['json'] === true) io.stdout(JSON.stringify(row));
    else {
      if (row.table !== table)
        io.stdout(`${table === '' ? '' : '\n'}${row.table.toUpperCase()} (first match wins)`);
      io.stdout(asText(row));
    }
    table = row.table;
  }
  return 0;
}

function inForce(policy: Policy): readonly Printed[] {
  const book = rulebookNamed(policy.rulebook);
  if (book === null) return [];
  return [
    ...printed(`rulebook ${book.name}: commands by product class`, book.verbs),
    ...printed(`rulebook ${book.name}: commands by status`, book.statuses),
    ...printed(`rulebook ${book.name}: cancelling`, book.cancel),
    ...printed(`rulebook ${book.name}: another quantity at once`, book.quantity),
    ...printed(
      `rulebook ${book.name}: what can be scheduled, and from when it could be had`,
      book.scheduling,
    ),
    ...printed(`rulebook ${book.name}: days that data is kept`, book.retention),
    ...printed('tiers', TIERS),
    ...raisedTiers(policy),
    ...roles(policy),
    ...approval(policy),
  ];
}

function printed(table: string, rows: readonly Row<object, unknown>[]): readonly Printed[] {
  return rows.map(({ id, when, then, source }) => ({ table, id, when, then, source }));
}

function raisedTiers(policy: Policy): readonly Printed[] {
  return Object.entries(policy.tiers).map(([command, tier]) => ({
    table: 'tiers that this partner raised',
    id: command,
    when: { command },
    then: tier,
    source: 'SUBDESK_PARTNER_FILE',
  }));
}

function roles(policy: Policy): readonly Printed[] {
  return Object.entries(ROLE_MATRIX).map(([role, may]) => ({
    table: 'roles',
    id: role,
    when: { role },
    then: { may, not: policy.denied[role as keyof typeof policy.denied] ?? [] },
    source: 'lifecycle.md G-1',
  }));
}

function approval(policy: Policy): readonly Printed[] {
  const rows = policy.approval.map(({ when, by }, index) => ({
    table: 'approval',
    id: `approval[${index}]`,
    when,
    then: { by },
    source: 'SUBDESK_PARTNER_FILE',
  }));
  return [
    ...rows,
    { table: 'approval', id: 'default', when: {}, then: 'nobody else is asked', source: 'conversation.md' },
  ];
}

function asText({ id, when, then, source }: Printed): string {
  return `  ${id.padEnd(18)} ${whenText(when)} → ${thenText(then)}   [${source}]`;
}
