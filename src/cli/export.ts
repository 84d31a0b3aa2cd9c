import { exportAudit, exportDesk } from '../application/exportLines.ts';
import { type Everything, exportEverything } from '../application/exportLinesEverything.ts';
import { jsonLine } from '../domain/json/write.ts';
import type { Desk } from '../ports/desk.ts';
import { csvRecord } from './csv.ts';
import type { Io } from './io.ts';
import { configured, openDesk } from './open.ts';
import { fileSpool } from './spool.ts';
import { type Arguments, explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'export',
  does: 'Writes the desk as JSON lines that `import` reads; `export audit` writes the audit trail.',
  options: {
    everything: { type: 'boolean', does: 'with operations, versions and the audit trail: to move the desk' },
    csv: { type: 'boolean', does: '`export audit` for a spreadsheet' },
  },
  words: ['audit'],
};

type Wanted = 'desk' | 'everything' | 'audit' | 'audit as csv';

export async function exportVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const wanted = wantedBy(args);
  if (wanted === null) return explain(io, { kind: 'wrong', text: `subdesk export: ${MISUSE}` });
  const config = configured(io, 'real');
  if (config === null) return 2;
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  try {
    return await WRITE[wanted](composed.desk, io);
  } finally {
    await composed.close();
  }
}

const MISUSE = 'it is `export`, `export --everything` or `export audit`, and --csv is for the audit trail';

function wantedBy({ options, words: [what] }: Extract<Arguments, { kind: 'ok' }>): Wanted | null {
  const { everything = false, csv = false } = options;
  if (what === undefined && !csv) return everything ? 'everything' : 'desk';
  if (what !== 'audit' || everything) return null;
  return csv ? 'audit as csv' : 'audit';
}

type Output = Pick<Io, 'stdout' | 'stderr'>;

const WRITE: Readonly<Record<Wanted, (desk: Desk, io: Output) => Promise<number>>> = {
  desk: (desk, io) => writeLines(exportDesk(desk), io),
  audit: (desk, io) => writeLines(exportAudit(desk), io),
  'audit as csv': writeCsv,
  everything: writeEverything,
};

async function writeLines(lines: AsyncIterable<object>, { stdout }: Output): Promise<number> {
  for await (const line of lines) stdout(jsonLine(line));
  return 0;
}

const COLUMNS = [
  ...['id', 'at', 'what', 'command', 'operation', 'subscription', 'person', 'roles', 'identity', 'place'],
  ...['reason', 'reasonText', 'code', 'because', 'comment', 'rules', 'before', 'after'],
];

/** RFC 4180 ends its lines in CR LF. */
async function writeCsv(desk: Desk, { stdout }: Output): Promise<number> {
  stdout(`${csvRecord(COLUMNS)}\r`);
  for await (const event of exportAudit(desk)) stdout(`${csvRecord(COLUMNS.map((key) => event[key]))}\r`);
  return 0;
}

async function writeEverything(desk: Desk, io: Output): Promise<number> {
  const spool = await fileSpool();
  try {
    const everything = await exportEverything(desk, spool);
    if (everything.outcome !== 'exported') return complain(everything, io);
    for await (const line of everything.lines) io.stdout(line);
    return 0;
  } finally {
    await spool.remove();
  }
}

function complain(why: Exclude<Everything, { outcome: 'exported' }>, { stderr }: Output): number {
  if (why.outcome === 'busy') {
    stderr(
      `subdesk export: being executed: ${why.operations.join(', ')}. Wait, or run \`subdesk worker --once\``,
    );
  } else {
    stderr('subdesk export: the desk was changed each time it was read. Stop `serve` and `worker` first');
  }
  return 1;
}
