import { type Composed, compose, type Service, type ServiceOptions, startService } from '../compose.ts';
import { type Config, type Environment, readConfig } from '../config.ts';
import type { Io } from './io.ts';

/** SUBDESK_NOW is accepted by demo, chat, decide and worker --once only (interfaces.md, "Configuration"). */
export type ClockRule = 'may-be-fixed' | 'real';

/** The configuration, or null after every problem was printed (exit 2). */
export function configured(
  io: Pick<Io, 'env' | 'stderr'>,
  clock: ClockRule,
  alsoWrong: (env: Environment) => readonly string[] = () => [],
): Config | null {
  const result = readConfig(io.env);
  const problems = [
    ...(result.ok ? [] : result.problems),
    ...(clock === 'real' && io.env['SUBDESK_NOW']?.trim() ? [FIXED_CLOCK] : []),
    ...alsoWrong(io.env),
  ];
  return result.ok && problems.length === 0 ? result.config : complain(io, problems);
}

const FIXED_CLOCK = 'SUBDESK_NOW is for demo, chat, decide and worker --once only';

/** Where a person looks on, only what is wrong is logged; LOG_LEVEL brings the rest back. */
export function quiet(env: Environment): Environment {
  return env['LOG_LEVEL']?.trim() ? env : { ...env, LOG_LEVEL: 'warn' };
}

/** The desk, or null after it was said why not. */
export async function openDesk(io: Io, config: Config): Promise<Composed | null> {
  try {
    return await compose(config);
  } catch (error) {
    return complain(io, [`the database does not open: ${(error as Error).message}`]);
  }
}

/** The server, or null after it was said why it cannot listen. */
export async function openService(
  io: Io,
  composed: Composed,
  options: ServiceOptions,
): Promise<Service | null> {
  try {
    return await startService(composed, options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await composed.close();
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return complain(io, [
      `port ${options.port} is ${code === 'EACCES' ? 'not allowed' : 'taken'}: set PORT to another one`,
    ]);
  }
}

function complain(io: Pick<Io, 'stderr'>, problems: readonly string[]): null {
  for (const problem of problems) io.stderr(`subdesk: ${problem}`);
  return null;
}
