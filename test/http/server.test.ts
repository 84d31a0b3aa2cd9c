import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { aboutRoutes } from '../../src/http/about.ts';
import { healthRoutes } from '../../src/http/health.ts';
import type { Route } from '../../src/http/route.ts';
import { type RunningServer, send, startServer } from '../../src/http/server.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { prometheusMetrics } from '../../src/runtime/metrics.ts';
import { systemMachine } from '../../src/runtime/systemClock.ts';

let running: RunningServer | null = null;

afterEach(async () => {
  await running?.stop(1000);
  running = null;
});

async function serve(routes: readonly Route[], metrics = prometheusMetrics()): Promise<string> {
  const machine = systemMachine();
  running = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes,
    logger: silentLogger(),
    machine,
    metrics,
  });
  return `http://127.0.0.1:${running.port}`;
}

function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = get(`${url}/here`, { agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(`${response.statusCode} ${response.headers.connection}`));
    });
    asking.once('error', reject);
  });
}

describe('the one server', () => {
  test('a path that nobody hung there is 404, a wrong method 405 with what is allowed', async () => {
    const url = await serve([
      { method: 'POST', path: '/here', handle: (_request, response) => send(response, 200, 'ok') },
    ]);
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
    const wrong = await fetch(`${url}/here`);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('the query string is not part of the path', async () => {
    const url = await serve([
      { method: 'GET', path: '/here', handle: (_request, response) => send(response, 200, 'ok') },
    ]);
    expect((await fetch(`${url}/here?as=agent-1`)).status).toBe(200);
  });

  test('a handler that throws is 500 without its words', async () => {
    const url = await serve([
      { method: 'GET', path: '/here', handle: () => Promise.reject(new Error('the password is hush')) },
    ]);
    const response = await fetch(`${url}/here`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hush');
  });

  test('stopping does not wait for a kept connection whose request in hand is answered', async () => {
    let release = () => {};
    let begun = () => {};
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const url = await serve([
      {
        method: 'GET',
        path: '/here',
        handle: (_request, response) => {
          release = () => send(response, 200, 'ok');
          begun();
        },
      },
    ]);
    const asked = ask(url, new Agent({ keepAlive: true }));
    await begins;
    const stopped = running?.stop(60_000).then(() => 'stopped');
    release();
    expect(await asked).toBe('200 keep-alive');
    const patience = new AbortController();
    const late = systemMachine().sleep(3_000, patience.signal);
    expect(await Promise.race([stopped, late])).toBe('stopped');
    patience.abort();
  });

  test('stopping lets a request in hand finish', async () => {
    let finish = () => {};
    let begun = () => {};
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      handle: async (_request, response) => {
        begun();
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        send(response, 200, 'finished');
      },
    };
    const url = await serve([slow]);
    const asked = fetch(`${url}/slow`);
    await begins;
    const stopped = running?.stop(5000);
    finish();
    expect(await (await asked).text()).toBe('finished\n');
    await stopped;
    running = null;
  });
});

describe('health', () => {
  test('/healthz is about the process, /readyz about the database', async () => {
    let reachable = false;
    const url = await serve(healthRoutes(async () => reachable, prometheusMetrics()));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    reachable = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  test('/metrics counts what was asked, by path and status', async () => {
    const metrics = prometheusMetrics();
    const url = await serve(
      healthRoutes(async () => true, metrics),
      metrics,
    );
    await fetch(`${url}/healthz`);
    await fetch(`${url}/nobody`);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/subdesk_http_request_seconds_count\{path="\/healthz",status="200"\} 1/);
    expect(text).toMatch(/subdesk_http_request_seconds_count\{path="unknown",status="404"\} 1/);
  });
});

describe('what the Teams package links to', () => {
  test.each(['/privacy', '/terms'])('%s is there', async (path) => {
    const manifest = readFileSync(new URL('../../manifest/teams/manifest.json', import.meta.url), 'utf8');
    expect(manifest).toContain(`{url}${path}`);
    const url = await serve(aboutRoutes());
    expect((await fetch(`${url}${path}`)).status).toBe(200);
  });
});
