import { exportAudit, exportDesk } from '../application/exportLines.ts';
import type { Io } from './io.ts';
import { configured, openDesk } from './open.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'export',
  does: 'Writes the desk as JSON lines that `import` reads; `export audit` writes the audit trail.',
  options: {},
  words: ['audit'],
};

export async function exportVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const [what] = args.words;
  if (what !== undefined && what !== 'audit')
    return explain(io, { kind: 'wrong', text: `subdesk export: unknown ${what}` });
  const config = configured(io, 'real');
  if (config === null) return 2;
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  const lines = what === 'audit' ? exportAudit(composed.desk) : exportDesk(composed.desk);
  for await (const line of lines) io.stdout(JSON.stringify(line));
  await composed.close();
  return 0;
}
