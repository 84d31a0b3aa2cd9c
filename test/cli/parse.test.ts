import { expect, test } from '@jest/globals';
import type { Io } from '../../src/cli/io.ts';
import { parseVerb } from '../../src/cli/parse.ts';

async function run(argv: readonly string[], lines: readonly string[]) {
  const out: string[] = [];
  async function* stdin(): AsyncGenerator<string> {
    yield* lines;
  }
  const io: Io = {
    stdin: stdin(),
    stdout: (line) => void out.push(line),
    stderr: () => {},
    env: {},
    now: () => '2021-09-03T12:00:00.000Z',
    terminal: false,
    stop: new AbortController().signal,
  };
  return { code: await parseVerb(argv, io), out };
}

test('answers each line in order: plain, with a locale, and what is none', async () => {
  const { code, out } = await run(
    [],
    ['pause contoso e3', '{"text":"pauzze contoso e3","locale":"sv-SE"}', '{"text":', ''],
  );
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    { text: 'pause contoso e3', intent: 'pause', subject: 'contoso e3', slots: {} },
    { text: 'pauzze contoso e3', intent: null, because: 'unknown', suggestions: ['pausa contoso e3'] },
    expect.objectContaining({ text: '{"text":', intent: null, because: 'unknown' }),
    expect.objectContaining({ text: '', intent: null, because: 'unknown' }),
  ]);
});

test('an unknown option is wrong usage', async () => {
  expect(await run(['--loud'], [])).toMatchObject({ code: 2, out: [] });
});
