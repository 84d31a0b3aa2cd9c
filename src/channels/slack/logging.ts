import type { webApi } from '@slack/bolt';
import type { Logger } from '../../ports/logger.ts';

type SdkLogger = NonNullable<webApi.WebClientOptions['logger']>;

/** Slack's SDK writes into our log. Its debug lines hold whole payloads: dropped; of the others only the words, no objects. */
export function boltLogger(logger: Logger): SdkLogger {
  const words = (said: readonly unknown[]): string =>
    said
      .map((part) => (typeof part === 'string' ? part : part instanceof Error ? part.message : ''))
      .join(' ')
      .trim();
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...said) => logger.warn({ from: 'bolt' }, words(said)),
    error: (...said) => logger.error({ from: 'bolt' }, words(said)),
    setLevel: () => undefined,
    getLevel: () => 'warn' as ReturnType<SdkLogger['getLevel']>,
    setName: () => undefined,
  };
}
