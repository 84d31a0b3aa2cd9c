import { sampleDesk } from '../../../src/cli/sample/desk.ts';
import { storeSample } from '../../../src/cli/sample/store.ts';
import { type Composed, compose, type ServiceOptions, startService } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import type { Facts, Serving } from '../program.ts';

type Channels = Pick<ServiceOptions, 'teams' | 'slack'>;

/** The desk as `serve` composes it, over the database of the case, with the sample desk in it and no worker beside it. */
export async function serveSampleDesk(
  uri: string | undefined,
  channels: Channels,
  more: (composed: Composed) => Promise<Facts> = async () => ({}),
): Promise<Serving> {
  const read = readConfig({ MONGODB_URI: uri, LOG_LEVEL: 'warn' });
  if (!read.ok) throw new Error(read.problems.join('; '));
  const composed = await compose(read.config);
  const { desk } = composed;
  await storeSample(desk, sampleDesk(desk.clock.now()));
  const own = await more(composed);
  const service = await startService(composed, {
    host: '127.0.0.1',
    port: 0,
    page: false,
    worker: false,
    ...channels,
  });
  return {
    facts: { port: String(service.port), ...own },
    stop: async () => {
      await service.stop();
      await composed.close();
    },
  };
}
