import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { configured, openDesk } from './open.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'backup',
  does: 'Copies the embedded database to a new file while it runs. Restored as data/database.sqlite of a data folder.',
  options: {},
  words: ['FILE'],
};

/** Exit 1 when the file is there already, or the database is another server's. */
export async function backupVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const [file] = args.words;
  if (file === undefined)
    return explain(io, { kind: 'wrong', text: 'subdesk backup: name the file to write' });
  const config = configured(io, 'real');
  if (config === null) return 2;
  if (config.mongodbUri !== null) return refuse(io, ELSEWHERE);
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  try {
    await composed.backup(resolve(file));
    io.stdout(file);
    return 0;
  } catch (error) {
    return refuse(io, (error as Error).message);
  } finally {
    await composed.close();
  }
}

const ELSEWHERE =
  'MONGODB_URI names another server: use its own tools (mongodump, snapshots), or `subdesk export --everything`';

function refuse({ stderr }: Pick<Io, 'stderr'>, why: string): number {
  stderr(`subdesk backup: ${why}`);
  return 1;
}
