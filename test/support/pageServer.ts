import { browserChannel } from '../../src/channels/browser/adapter.ts';
import { createConversation } from '../../src/conversation/converse.ts';
import { startServer } from '../../src/http/server.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { prometheusMetrics } from '../../src/runtime/metrics.ts';

export interface PageServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The page over a desk, on a free port of this machine. */
export async function servePage(desk: Desk): Promise<PageServer> {
  const channel = browserChannel({
    conversation: createConversation(desk),
    machine: desk.machine,
    people: () => desk.directory.people(),
    revisions: (references) => desk.operations.revisions(references),
  });
  const { logger, machine } = desk;
  const { routes } = channel;
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes,
    logger,
    machine,
    metrics: prometheusMetrics(),
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    stop: async () => {
      await channel.stop();
      await server.stop(1000);
    },
  };
}
