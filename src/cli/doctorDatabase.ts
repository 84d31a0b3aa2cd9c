import { type Composed, compose, forgiveStop, lookAtFolder } from '../compose.ts';
import type { Config } from '../config.ts';
import { examineDueWork } from './doctorDueWork.ts';
import type { Finding } from './finding.ts';

/** Which database it is, how large, in which format, whether it opens and what is in it; also beside its owner. */
export async function examineDatabase(config: Config, retries: boolean): Promise<readonly Finding[]> {
  const stopped = config.mongodbUri === null ? lookAtFolder(config.dataDir).stopped : undefined;
  if (stopped !== undefined) return [stoppedFinding(config, stopped)];
  try {
    // Opening it makes its indexes: both are checked.
    const composed = await compose({ ...config, logLevel: 'silent' });
    const findings = [
      await opened(config, composed),
      await desk(composed),
      ...(await examineDueWork(composed.desk, retries)),
    ];
    await composed.close();
    return findings;
  } catch (error) {
    const fix =
      config.mongodbUri === null
        ? `Look at ${config.dataDir}; a backup is restored as its data/database.sqlite`
        : 'Check MONGODB_URI, and that the server runs and lets this machine in';
    return [{ well: false, what: `database: ${(error as Error).message}`, fix }];
  }
}

function stoppedFinding({ dataDir }: Config, why: string): Finding {
  return {
    well: false,
    what: `database: embedded, in ${dataDir}: stopped because it could not write (${why}); what was acknowledged is there`,
    fix: 'See to the disk (is it full?), then run `subdesk doctor --clear-stopped`',
  };
}

/** Takes the mark away, for whoever was told what it means and has looked. */
export function clearStop({ mongodbUri, dataDir }: Config): Finding {
  if (mongodbUri !== null)
    return {
      well: true,
      what: 'stopped: only the embedded database is ever marked so; MONGODB_URI names a server',
    };
  const { stopped } = lookAtFolder(dataDir);
  if (stopped === undefined) return { well: true, what: 'stopped: it is not marked so; nothing to clear' };
  forgiveStop(dataDir);
  return {
    well: true,
    what: `stopped: the mark is gone (${stopped}). The next process may serve the database; if the disk refuses again, it stops again`,
  };
}

async function opened({ mongodbUri, dataDir }: Config, composed: Composed): Promise<Finding> {
  const facts = mongodbUri === null ? folderFacts(dataDir) : await serverFacts(composed);
  return {
    well: true,
    what: `database: ${[composed.database, ...facts, 'its indexes are there'].join(', ')}`,
  };
}

function folderFacts(dataDir: string): readonly string[] {
  const { data } = lookAtFolder(dataDir);
  return data === null ? [] : [megabytes(data.bytes), `format version ${data.format ?? 'unknown'}`];
}

async function serverFacts({ describeServer }: Composed): Promise<readonly string[]> {
  const { version, bytes } = await describeServer();
  return [
    ...(version === null ? [] : [`server version ${version}`]),
    ...(bytes === null ? [] : [megabytes(bytes)]),
    'reachable',
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

async function desk({ desk: { directory } }: Composed): Promise<Finding> {
  const partner = await directory.partner();
  const people = await directory.people();
  return partner === null
    ? {
        well: false,
        what: 'the desk is empty',
        fix: 'Run `subdesk import < desk.jsonl`, or `subdesk demo`',
      }
    : { well: true, what: `the desk of ${partner.name}, ${people.length} people` };
}
