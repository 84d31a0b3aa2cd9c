import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS, KNOWN } from '../../src/commands/index.ts';
import { parse } from '../../src/conversation/parse.ts';

const FOLDER = new URL('../../src/commands/', import.meta.url);
/** Not commands: the type, the registry, and what phrases share. */
const OTHERS = ['defineCommand.ts', 'index.ts', 'renewPhrases.ts', 'verbForms.ts', 'verbWays.ts'];

function fileOf(name: string): string {
  return `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.ts`;
}

describe('the registry of commands', () => {
  test('holds exactly the files of its folder', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !OTHERS.includes(file));
    expect(KNOWN.map(({ name }) => fileOf(name)).sort()).toEqual(files.sort());
  });

  test('names each command once', () => {
    expect(new Set(KNOWN.map(({ name }) => name)).size).toBe(KNOWN.length);
  });

  test('shows in help and menus only what the desk does', () => {
    expect(COMMANDS.filter((command) => 'notYet' in command)).toEqual([]);
  });

  test('lets only help and whoami answer people without a role (F-97)', () => {
    const open = COMMANDS.filter(({ permission }) => permission === 'anyone').map(({ name }) => name);
    expect(open).toEqual(['help', 'whoami']);
  });
});

const EXAMPLES = KNOWN.flatMap(({ name, examples }) =>
  (['en', 'sv'] as const).flatMap((language) => examples[language].map((text) => ({ name, language, text }))),
);

describe('every example works as typed, whatever the locale', () => {
  test.each(EXAMPLES)('$language $name: $text', ({ name, text }) => {
    for (const locale of ['en', 'sv', null]) expect(parse(text, locale)).toMatchObject({ intent: name });
  });
});

describe('every canonical sentence is understood as its command', () => {
  test.each(KNOWN.map((command) => [command.name, command] as const))('%s', (name, command) => {
    for (const language of ['en', 'sv'] as const) {
      const subject =
        { operation: 'OP-7F3K', customer: 'contoso' }[command.subject as string] ?? 'contoso e3';
      const text = command.canonical[language].replace('…', subject);
      expect(parse(text)).toMatchObject({ intent: name });
    }
  });
});
