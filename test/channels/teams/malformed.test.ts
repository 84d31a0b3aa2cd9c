import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type RunningBot, startBot } from '../../support/teams/bot.ts';
import { fixture } from '../../support/teams/fixture.ts';
import { scripted } from '../../support/teams/scripted.ts';

const NAMES = [
  'personal-message',
  'group-message',
  'edited-message',
  'execute-confirm',
  'execute-refresh',
  'submit-confirm',
  'installation-add',
  'bot-added',
  'task-fetch',
];

describe('input that makes no sense', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    // botbuilder writes to the console before it throws.
    jest.spyOn(console, 'error').mockImplementation(() => {});
    bot = await startBot({ conversation: scripted() });
  });
  afterAll(async () => {
    await bot.stop();
    jest.restoreAllMocks();
  });

  const authorized = () => ({ authorization: `Bearer ${bot.identity.sign()}` });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no type', '{"id":"1"}'],
    ['nothing but a type', '{"type":"message"}'],
    ['deeper than any parser likes', '['.repeat(100_000)],
  ])('%s is 400', async (_what, body) => {
    expect((await bot.sendRaw(body, authorized())).status).toBe(400);
  });

  test('more than a message may hold is 413', async () => {
    const body = JSON.stringify(fixture('personal-message', { text: 'a'.repeat(300_000) }));
    expect((await bot.sendRaw(body, authorized())).status).toBe(413);
  });

  test('a stranger’s body is not even read', async () => {
    expect((await bot.sendRaw('{"type":')).status).toBe(401);
  });

  test('no field of any activity, whatever stands in it, makes a 5xx', async () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(null, '', '__proto__', 0, -1, [], {}, [null], '2021'),
    );
    const change = fc.tuple(fc.constantFrom(...NAMES), fc.nat(), anything);
    await fc.assert(
      fc.asyncProperty(change, async ([name, position, value]) => {
        const activity = fixture(name);
        const paths = pathsOf(activity);
        put(activity, paths[position % paths.length] ?? [], value);
        const { status, text } = await bot.send({ ...activity, id: activity.id });
        expect(status).toBeLessThan(500);
        expect(text).not.toContain('    at ');
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

// biome-ignore lint/suspicious/noExplicitAny: a fixture is changed where the test says
function put(target: any, path: Path, value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) target[key] = value;
  else put(target[key], rest, value);
}
