import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { checkFiles } from './check.ts';
import { startWriter, type WriterProcess } from './processes.ts';

// A disk that takes no more: no file of the process may grow beyond a limit (EFBIG), which needs no disk of our own.

// A loaded machine is no failure.
jest.setTimeout(60_000);

let dataDir = '';
let running: WriterProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-full-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.kill()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(run: string, writers: number, blocks?: number): Promise<WriterProcess> {
  const writer = startWriter({ dataDir, run, writers, ...(blocks === undefined ? {} : { blocks }) });
  running.push(writer);
  writer.go();
  await writer.until((line) => line === 'owner' || line === 'client' || line.startsWith('refused'));
  return writer;
}

test('a full disk stops the process at once with its reason and a code, and what was acknowledged is there', async () => {
  const owner = await start('owner', 0, 400);
  const client = await start('client', 16);
  expect([owner.lines.includes('owner'), client.lines.includes('client')]).toEqual([true, true]);

  const stopped = await owner.ended;
  expect(stopped).toEqual({
    code: 1,
    errors: expect.stringMatching(
      /The database in .* stopped because it could not write .*What was acknowledged is safe/,
    ),
  });
  const next = await client.ended;
  expect(next).toEqual({ code: 1, errors: expect.stringContaining('could not write (') });
  expect(client.lines).not.toContain('owner');
  expect(existsSync(join(dataDir, 'STOPPED'))).toBe(true);

  const { documents, wrongIndexes } = await checkFiles<{ _id: string; state: string }>(dataDir, 'things');
  const states = new Map(documents.map(({ _id, state }) => [_id, state]));
  const lost = client.lines.filter((line) => {
    const [what, id = ''] = line.split(' ');
    return what === 'update' ? states.get(id) !== 'done' : what === 'insert' && !states.has(id);
  });
  expect({ lost, wrongIndexes }).toEqual({ lost: [], wrongIndexes: [] });
  expect(states.size).toBeGreaterThan(20);
});

test.each(['demo', 'serve'])('`subdesk %s` says so in one line and exits with a code', async (verb) => {
  const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    SUBDESK_DATA_DIR: dataDir,
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_BOT_TOKEN: 'xoxb-1',
  };
  const child = spawn('sh', ['-c', 'ulimit -f 80; exec "$0" "$@"', process.execPath, main, verb], {
    env,
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => void lines.push(...String(chunk).split('\n')));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(1);
  expect(lines.filter((line) => line.includes('What was acknowledged is safe'))).toHaveLength(1);
});
