import { destination, type Logger as Pino, pino } from 'pino';
import type { Logger } from '../ports/logger.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Fields that may hold a secret or a customer's words: never written, whoever logs them. */
const SECRET = ['authorization', 'password', 'token', 'secret', 'signature', 'botToken', 'appPassword'];
const REDACTED = SECRET.flatMap((name) => [name, `*.${name}`, `headers.${name}`, `err.config.${name}`]);

/** JSON lines on standard error; standard output belongs to the verbs. */
export function jsonLogger(level: LogLevel): Logger {
  return wrap(
    pino(
      {
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        serializers: { err: told },
        redact: { paths: REDACTED, censor: '[redacted]' },
      },
      destination({ fd: 2, sync: true }),
    ),
  );
}

/** Of an error only what says where it broke: an SDK's or a driver's own fields hold headers and whole documents. */
export function told(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, code } = error as NodeJS.ErrnoException;
  return { name, message, stack, ...(code === undefined ? {} : { code }) };
}

export function silentLogger(): Logger {
  return wrap(pino({ level: 'silent' }));
}

function wrap(inner: Pino): Logger {
  return {
    debug: (fields, message) => inner.debug(fields, message),
    info: (fields, message) => inner.info(fields, message),
    warn: (fields, message) => inner.warn(fields, message),
    error: (fields, message) => inner.error(fields, message),
    child: (fields) => wrap(inner.child(fields)),
  };
}
