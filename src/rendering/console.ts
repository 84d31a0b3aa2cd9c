import { flat } from '../views/blank.ts';
import { plain, plainSpan } from '../views/say.ts';
import type { Fact, Line, StatedAction, Statement } from '../views/statement.ts';
import { visible } from './escape.ts';

export interface ConsoleOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const ESCAPE = String.fromCharCode(27);
const WIDE = /\p{Emoji_Presentation}|\u26a0/u;
const SIGNS = { bold: '1', dim: '2', attention: '31', warning: '33', good: '32', emphasis: '36' } as const;

/** A card drawn as text in a frame; its buttons have the numbers of `numberedActions`. */
export function renderConsole(statement: Statement, options: ConsoleOptions): string {
  const inner = Math.max(20, options.width - 4);
  const draw = pen(options, inner);
  const lines = sectionsOf(statement, draw).filter((section) => section.length > 0);
  const body = lines.flatMap((section, index) => (index === 0 ? section : ['', ...section]));
  const bar = '─'.repeat(inner + 2);
  return [
    `┌${bar}┐`,
    ...body.map((line) => `│ ${line}${' '.repeat(Math.max(0, inner - shown(line)))} │`),
    `└${bar}┘`,
  ].join('\n');
}

/** Every button in the order of its number: of items, the card's own, of alternatives. */
export function numberedActions(statement: Statement): readonly StatedAction[] {
  const ofItems = statement.items.flatMap(({ action }) => (action ? [action] : []));
  return [...ofItems, ...statement.actions, ...(statement.alternatives?.actions ?? [])];
}

interface Pen {
  /** Wrapped, in one dress; continued lines are indented by `hang`. */
  text(line: Line | string, sign?: keyof typeof SIGNS, hang?: number): readonly string[];
}

function pen({ colour }: ConsoleOptions, width: number): Pen {
  return {
    text(line, sign, hang = 0) {
      const words = visible(typeof line === 'string' ? line : line.map(spanText).join(''));
      return wrapped(words, width, hang)
        .map(flat)
        .map((each) => (colour && sign ? `${ESCAPE}[${SIGNS[sign]}m${each}${ESCAPE}[0m` : each));
    },
  };
}

function sectionsOf(statement: Statement, draw: Pen): readonly (readonly string[])[] {
  const { box, money, table, alternatives } = statement;
  return [
    [...draw.text(statement.title, 'bold'), ...draw.text(statement.identity, 'dim')],
    statement.asked.flatMap((line) => draw.text(line)),
    table ? tableLines(table, draw) : [],
    box ? box.lines.flatMap((line) => draw.text([{ text: '▌ ' }, ...line], box.style, 2)) : [],
    money ? [...draw.text(money.headline, 'bold'), ...money.lines.flatMap((line) => draw.text(line))] : [],
    factLines(statement.facts, draw),
    ...statement.groups.map(({ heading, facts }) => [
      ...draw.text(heading, 'bold'),
      ...factLines(facts, draw),
    ]),
    statement.paragraphs.flatMap((line) => draw.text(line)),
    itemLines(statement, draw),
    alternatives ? draw.text(alternatives.line) : [],
    statement.inputs.flatMap(({ wrong }) => (wrong === undefined ? [] : draw.text(wrong, 'attention'))),
    statement.footer.flatMap((line) => draw.text(line, 'dim')),
    numberedActions(statement).flatMap((action, index) =>
      draw.text(`[${index + 1}] ${action.title}`, 'bold', 4),
    ),
  ];
}

function factLines(facts: readonly Fact[], draw: Pen): readonly string[] {
  const width = Math.max(0, ...facts.map(({ label }) => clean(label).length));
  return facts.flatMap(({ label, value }) =>
    draw.text([{ text: `${clean(label).padEnd(width)}  ` }, ...value], undefined, width + 2),
  );
}

function itemLines({ items, itemsHeading }: Statement, draw: Pen): readonly string[] {
  const heading = itemsHeading === '' ? [] : draw.text(itemsHeading, 'bold');
  return [
    ...heading,
    ...items.flatMap(({ title, lines }) => [
      ...draw.text([{ text: '· ' }, ...title], undefined, 2),
      ...lines.flatMap((line) => draw.text([{ text: '  ' }, ...line], undefined, 2)),
    ]),
  ];
}

function tableLines({ columns, rows }: NonNullable<Statement['table']>, draw: Pen): readonly string[] {
  const [terms = '', saw = '', now = ''] = columns;
  const all = rows.map((row) => row.map(plain));
  return all
    .flatMap(([term = '', was = '', is = '']) => draw.text(`${term}: ${was} → ${is}`))
    .concat(draw.text(`(${terms}: ${saw} → ${now})`, 'dim'));
}

/** What can be typed stands in quotation marks of its own kind: a terminal has no italics to rely on. */
function spanText(span: Line[number]): string {
  return 'example' in span ? `‹${span.example}›` : plainSpan(span);
}

function clean(text: string): string {
  return visible(flat(text));
}

/** At spaces; a word longer than the line is cut. */
function wrapped(text: string, width: number, hang: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of pieces(text, width - hang)) {
    const next = line + word;
    if (line.trim() !== '' && shown(next.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(hang) + word;
    } else line = next;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function pieces(text: string, width: number): readonly string[] {
  return (text.match(/[^ ]+ *| +/gu) ?? []).flatMap((word) =>
    word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []),
  );
}

/** Columns on the screen: colours take none; a sign before the text takes two. */
function shown(line: string): number {
  const [first = '', ...coloured] = line.split(`${ESCAPE}[`);
  const bare = first + coloured.map((part) => part.replace(/^\d+m/, '')).join('');
  return [...bare.replaceAll('\ufe0f', '')].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}
