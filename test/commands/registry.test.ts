import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS, commandNamed } from '../../src/commands/index.ts';
import { parse } from '../../src/conversation/parse.ts';

const FOLDER = new URL('../../src/commands/', import.meta.url);
/** Not commands: the type, the registry, words that phrases share, sentences of later issues. */
const OTHERS = ['defineCommand.ts', 'index.ts', 'groups.ts', 'later.ts'];

function fileOf(name: string): string {
  return `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.ts`;
}

describe('the registry of commands', () => {
  test('holds exactly the files of its folder', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !OTHERS.includes(file));
    expect(COMMANDS.map(({ name }) => fileOf(name)).sort()).toEqual(files.sort());
  });

  test('names each command once', () => {
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  });

  test('lets only help and whoami answer people without a role (F-97)', () => {
    const open = COMMANDS.filter(({ permission }) => permission === 'anyone').map(({ name }) => name);
    expect(open).toEqual(['help', 'whoami']);
  });
});

const EXAMPLES = COMMANDS.flatMap(({ name, examples }) =>
  (['en', 'sv'] as const).flatMap((language) => examples[language].map((text) => ({ name, language, text }))),
);

describe('every example works as typed, whatever the locale', () => {
  test.each(EXAMPLES)('$language $name: $text', ({ name, text }) => {
    for (const locale of ['en', 'sv', null]) expect(parse(text, locale)).toMatchObject({ intent: name });
  });
});

describe('every canonical sentence is understood as its command', () => {
  test.each(COMMANDS.map(({ name }) => name))('%s', (name) => {
    const command = commandNamed(name);
    for (const language of ['en', 'sv'] as const) {
      const subject = command?.subject === 'operation' ? 'OP-7F3K' : 'contoso e3';
      const text = command?.canonical[language].replace('…', subject) ?? '';
      expect(parse(text)).toMatchObject({ intent: name });
    }
  });
});
