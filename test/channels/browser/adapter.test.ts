import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { type PageServer, servePage } from '../../support/pageServer.ts';

let desks: TestDesk;
let page: PageServer;

beforeAll(async () => {
  desks = await testDesk();
  page = await servePage(desks.desk);
});
afterAll(async () => {
  await page.stop();
  await desks.close();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${page.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** fetch sets Host itself. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${page.url}/page/people`, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const TURN = { as: 'agent-1', window: 'w-1', event: 'e-1', text: 'help' };

describe('the page’s server', () => {
  test('serves the page with a policy that lets nothing in from elsewhere', async () => {
    const response = await fetch(page.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(response.status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(await response.text()).not.toMatch(/https?:\/\/|<script>|style=/);
  });

  test('another host name or another page’s origin is refused', async () => {
    expect(await statusWithHost('desk.example.com')).toBe(403);
    expect(await statusWithHost('localhost:4000')).toBe(200);
    expect((await post('/page/turn', TURN, { Origin: 'http://evil.example' })).status).toBe(403);
  });

  test.each([
    ['no JSON', 'text/plain', '{}', 415],
    ['half a body', 'application/json', '{"as":', 400],
    ['nothing said', 'application/json', '{}', 400],
    [
      'inputs that are no texts',
      'application/json',
      '{"as":"a","window":"w","event":"e","action":"confirm","on":"OP-1","inputs":{"reason":1}}',
      400,
    ],
    ['a sentence without end', 'application/json', JSON.stringify({ ...TURN, text: 'x'.repeat(4001) }), 400],
    ['too much', 'application/json', JSON.stringify({ ...TURN, text: 'x'.repeat(70_000) }), 413],
  ])('%s is refused and is no defect', async (_what, type, body, status) => {
    expect((await post('/page/turn', body, { 'Content-Type': type })).status).toBe(status);
  });

  test('the same event twice is answered once', async () => {
    expect(await (await post('/page/turn', { ...TURN, event: 'e-2' })).json()).toMatchObject({
      view: 'help',
    });
    expect(await (await post('/page/turn', { ...TURN, event: 'e-2' })).json()).toEqual({ duplicate: true });
  });

  test('what everybody may see of an operation is not for somebody without a role', async () => {
    const prompt = (await (
      await post('/page/turn', { ...TURN, event: 'e-3', text: 'pause S-1042' })
    ).json()) as {
      readonly operation: string;
      readonly revision: number;
    };
    expect(prompt.operation).toMatch(/^OP-/);
    expect((await post('/page/card', { as: 'agent-2', on: prompt.operation })).status).toBe(200);
    expect((await post('/page/card', { as: 'guest', on: prompt.operation })).status).toBe(404);
    expect(await (await post('/page/changes', { operations: [prompt.operation, 'OP-NONE'] })).json()).toEqual(
      {
        [prompt.operation]: prompt.revision,
        'OP-NONE': null,
      },
    );
  });
});
