import { readFileSync } from 'node:fs';

/** What one sentence may be understood as; several stand in a row where the spec leaves it open. */
export type Wanted =
  | {
      readonly intent: string;
      readonly subjects: readonly string[];
      readonly slots: readonly WantedSlot[] | null;
    }
  | { readonly intent: null; readonly because: readonly string[]; readonly suggested: readonly string[] };

export interface WantedSlot {
  readonly name: string;
  readonly optional: boolean;
  /** Any of these; `*` is any value. */
  readonly values: readonly string[];
}

export interface Row {
  readonly at: string;
  readonly language: 'en' | 'sv';
  readonly text: string;
  readonly wanted: readonly [Wanted, ...Wanted[]];
}

const SLOT = /(\w+)(\??)=((?:"[^"]*"|[^\s~"]+)(?:~(?:"[^"]*"|[^\s~"]+))*)/g;

/** The rows of one table beside this file; README.md has its format. */
export function readRows(file: string): readonly Row[] {
  const language = file.includes('sv') ? 'sv' : 'en';
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    line === '' || line.startsWith('#') ? [] : [rowOf(line, `${file}:${index + 1}`, language)],
  );
}

function rowOf(line: string, at: string, language: 'en' | 'sv'): Row {
  const [text = '', first, ...others] = line.split(' | ');
  if (first === undefined) throw new Error(`${at}: no outcome`);
  return {
    at,
    language,
    text: text.replaceAll('\\n', '\n'),
    wanted: [wantedOf(first), ...others.map(wantedOf)],
  };
}

function wantedOf(cell: string): Wanted {
  if (cell.startsWith('?')) return refusal(cell.slice(1));
  const [intent = '', subject = '', slots = ''] = cell.split(';').map((part) => part.trim());
  return { intent, subjects: subject.split(' ~ '), slots: slots === '*' ? null : slotsOf(slots) };
}

function refusal(cell: string): Wanted {
  const [because = '', ...suggested] = cell.split(' > ').map((part) => part.trim());
  return { intent: null, because: because.split(','), suggested };
}

function slotsOf(cell: string): readonly WantedSlot[] {
  return [...cell.matchAll(SLOT)].map(([, name = '', mark, values = '']) => ({
    name,
    optional: mark === '?',
    values: values.split('~').map((value) => value.replaceAll('"', '')),
  }));
}
