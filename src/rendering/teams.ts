import { frameWord } from '../views/say.ts';
import type { Fact, Item, Line, Span, StatedAction, StatedInput, Statement } from '../views/statement.ts';
import { plainText, teamsMarkdown, unbound, visible } from './escape.ts';
import { LIMITS, rowsOf } from './limits.ts';
import { expand } from './template.ts';
import { renderText } from './text.ts';

/** An Adaptive Card 1.5; `refreshFor` are the Teams user ids (29:…) whose clients ask again on opening (at most 60). */
export function renderTeams(
  statement: Statement,
  options: { readonly refreshFor: readonly string[] },
): object {
  const card = fitted(statement);
  const userIds = options.refreshFor.slice(0, LIMITS.teams.refresh);
  if (userIds.length === 0 || statement.on === '') return card;
  const action = {
    type: 'Action.Execute',
    title: frameWord('refresh', statement.language),
    verb: 'refresh',
    data: { operation: statement.on },
  };
  return { ...card, refresh: { type: 'Refresh', userIds, action } };
}

/** One span of Markdown; an example stands in italics (design 8). */
function teamsSpan(span: Span): string {
  if ('text' in span) return teamsMarkdown(span.text);
  if ('strong' in span) return emphasized(span.strong, '**');
  if ('example' in span) return emphasized(span.example, '_');
  if ('person' in span) return teamsMarkdown(span.person);
  return teamsMarkdown(span.utc === '' ? span.local : `${span.local} (${span.utc})`);
}

/** Over the size that Teams takes, items go from the end: never money, deadline or facts. */
function fitted(statement: Statement): object {
  const card = expand(statement.view, 'teams', null, dataOf(statement));
  const tooLarge = Buffer.byteLength(JSON.stringify(card)) > LIMITS.teams.bytes;
  if (!tooLarge || statement.items.length === 0) return card;
  return fitted({ ...statement, items: statement.items.slice(0, -1) });
}

function dataOf(statement: Statement): object {
  const offered = offeredOf(statement);
  const { box, money, alternatives } = statement;
  const rows = rowsOf(offered.actions.map(button));
  return {
    lang: statement.language,
    fallbackText: unbound(renderText(statement)),
    on: statement.on,
    title: teamsMarkdown(statement.title),
    identity: md(statement.identity),
    asked: texts(statement.asked, 'Medium'),
    box: box ? [{ style: box.style, lines: texts(box.lines, 'Default') }] : [],
    money: money ? [{ headline: teamsMarkdown(money.headline), lines: texts(money.lines, 'Small') }] : [],
    table: tableOf(statement),
    facts: statement.facts.length > 0 ? [{ facts: statement.facts.map(factData) }] : [],
    groups: statement.groups.map(({ heading, facts }) => ({
      heading: teamsMarkdown(heading),
      facts: facts.map(factData),
    })),
    paragraphs: texts(statement.paragraphs, 'Medium'),
    itemsHeading: statement.itemsHeading === '' ? [] : [{ text: teamsMarkdown(statement.itemsHeading) }],
    items: statement.items.map((item) => ({
      ...itemData(item, offered.choices),
      separator: statement.itemsHeading === '',
    })),
    alternatives: alternatives ? [alternativesData(alternatives, offered.alternatives)] : [],
    inputs: statement.inputs.map((input, index) => ({
      ...inputData(input),
      separator: index === 0,
      spacing: index === 0 ? 'Medium' : 'Small',
    })),
    footer: texts(statement.footer, 'Medium'),
    actions: rows.length === 1 ? rows[0] : [],
    rows: rows.length > 1 ? rows.map((row) => ({ buttons: row })) : [],
  };
}

/** At most six actions a card, hidden ones counted: what everything else hangs on comes first (design 2.8). */
function offeredOf(statement: Statement) {
  const max = LIMITS.teams.actions;
  const actions = statement.actions.slice(0, max);
  const choices = new Set(
    statement.items.flatMap(({ action }) => (action ? [action.id] : [])).slice(0, max - actions.length),
  );
  const room = max - actions.length - choices.size;
  const wanted = statement.alternatives?.actions ?? [];
  // More than one is hidden behind a toggle, which is an action too.
  const alternatives = wanted.length > 1 ? wanted.slice(0, Math.max(0, room - 1)) : wanted.slice(0, room);
  return { actions, choices, alternatives };
}

function alternativesData(
  { line, show }: NonNullable<Statement['alternatives']>,
  actions: readonly StatedAction[],
): object {
  const hidden = actions.length > 1;
  return {
    line: md(line),
    toggle: hidden ? [{ title: plainText(show) }] : [],
    visible: !hidden,
    actions: actions.map(button),
  };
}

function itemData(item: Item, choices: ReadonlySet<string>): object {
  const { action } = item;
  return {
    title: md(item.title),
    lines: texts(item.lines, 'Small'),
    buttons: action && choices.has(action.id) ? [button(action)] : [],
  };
}

function button(action: StatedAction) {
  return {
    id: action.id,
    title: plainText(action.title),
    tooltip: plainText(action.tooltip ?? ''),
    inputs: action.inputs.length === 0 ? 'none' : 'auto',
  };
}

function inputData(input: StatedInput): object {
  return {
    id: input.id,
    label: plainText(input.label),
    required: input.required,
    error: teamsMarkdown(input.error),
    maxLength: input.maxLength,
    value: plainText(input.value ?? ''),
    placeholder: input.choices ? plainText(input.placeholder ?? '') : '',
    list: input.choices !== undefined,
    ...numberData(input),
    choices: (input.choices ?? []).map(({ id, title }) => ({ id, title: plainText(title) })),
    wrong: input.wrong === undefined ? [] : [{ text: teamsMarkdown(input.wrong) }],
  };
}

/** Of a number Teams wants numbers; a limit that is not there is left out. */
function numberData({ number, value }: StatedInput): object {
  if (!number) return { number: false, hasMax: false, min: 0, max: 0, present: 0 };
  const { min, max } = number;
  return { number: true, hasMax: max !== undefined, min, max: max ?? 0, present: Number(value ?? min) };
}

function tableOf({ table }: Statement): object[] {
  if (table === null) return [];
  const cells = (texts: readonly string[]) =>
    texts.map((text, index) => ({ text, align: index === 0 ? 'Left' : 'Right' }));
  return [
    {
      head: cells(table.columns.map(teamsMarkdown)),
      rows: table.rows.map((row) => ({ cells: cells(row.map(md)) })),
    },
  ];
}

function factData({ label, value }: Fact): object {
  return { label: teamsMarkdown(label), value: md(value) };
}

function texts(lines: readonly Line[], first: string): readonly object[] {
  return lines.map((line, index) => ({ text: md(line), spacing: index === 0 ? first : 'Small' }));
}

function md(line: Line): string {
  return line.map(teamsSpan).join('');
}

/** Markdown wants no space inside its marks. */
function emphasized(text: string, mark: string): string {
  const inner = text.trim();
  if (inner === '') return visible(text);
  const [before = '', after = ''] = text.split(inner);
  return `${before}${mark}${teamsMarkdown(inner)}${mark}${after}`;
}
