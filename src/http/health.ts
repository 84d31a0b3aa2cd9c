import type { Metrics } from '../ports/metrics.ts';
import type { Route } from './route.ts';
import { send } from './server.ts';

/** /healthz: the process answers. /readyz: the database does. /metrics: Prometheus. */
export function healthRoutes(ready: () => Promise<boolean>, metrics: Metrics): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: (_request, response) => send(response, 200, 'ok') },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_request, response) => {
        const isReady = await ready();
        send(response, isReady ? 200 : 503, isReady ? 'ready' : 'the database does not answer');
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async (_request, response) => {
        const { contentType, text } = await metrics.expose();
        response.writeHead(200, { 'Content-Type': contentType });
        response.end(text);
      },
    },
  ];
}
