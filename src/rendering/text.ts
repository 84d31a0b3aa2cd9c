import { flat } from '../views/blank.ts';
import { plain } from '../views/say.ts';
import type { Fact, Line, StatedInput, Statement } from '../views/statement.ts';
import { visible } from './escape.ts';

/** The whole card as plain text, line by line (F-95): ordinary spaces and hyphens, no markdown. */
export function renderText(statement: Statement): string {
  return linesOf(statement)
    .map((line) => visible(flat(line)).trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** The card's lines in the order of design 1.1, without its buttons; inputs only where they are the whole card (F-90). */
function linesOf(statement: Statement): readonly string[] {
  const { money, table } = statement;
  return [
    statement.title,
    plain(statement.identity),
    ...plains(statement.asked),
    ...(table?.rows.map((row) => tableRow(row.map(plain))) ?? []),
    ...plains(statement.box?.lines ?? []),
    ...(money ? [`${money.headline}.`, ...plains(money.lines)] : []),
    ...statement.facts.map(factLine),
    ...statement.groups.flatMap(({ heading, facts }) => [`${heading}:`, ...facts.map(factLine)]),
    ...plains(statement.paragraphs),
    ...(statement.itemsHeading === '' ? [] : [`${statement.itemsHeading}:`]),
    ...statement.items.flatMap(({ title, lines }) => plains([title, ...lines])),
    ...(statement.alternatives ? [plain(statement.alternatives.line)] : []),
    ...(statement.view === 'ask' ? statement.inputs.map(inputLine) : []),
    ...statement.inputs.flatMap(({ wrong }) => (wrong === undefined ? [] : [wrong])),
    ...plains(statement.footer),
  ];
}

function plains(lines: readonly Line[]): readonly string[] {
  return lines.map(plain);
}

function factLine({ label, value }: Fact): string {
  return `${label}: ${plain(value)}`;
}

/** "Licences: 25", "Term: 1 year (1 month, 1 year, 3 years)". */
function inputLine({ label, value = '', choices = [] }: StatedInput): string {
  const stands = choices.find(({ id }) => id === value)?.title ?? value;
  const offered = choices.length === 0 ? '' : `(${choices.map(({ title }) => title).join(', ')})`;
  return `${label}: ${[stands, offered].filter((part) => part !== '').join(' ')}`;
}

/** "Licences: 10 → 12". */
function tableRow([label = '', saw = '', now = '']: readonly string[]): string {
  return `${label}: ${saw} → ${now}`;
}
