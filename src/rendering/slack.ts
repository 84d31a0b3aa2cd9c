import { flat } from '../views/blank.ts';
import { clip } from '../views/clip.ts';
import { frameWord, plain } from '../views/say.ts';
import type { Fact, StatedAction, Statement } from '../views/statement.ts';
import { plainText } from './escape.ts';
import { LIMITS, packed } from './limits.ts';
import { inputData } from './slackInputs.ts';
import { type Mention, type Write, words, writer } from './slackText.ts';
import { expand } from './template.ts';

const { slack } = LIMITS;
/** Each is up to three blocks, and a message holds fifty. */
const ITEMS = 12;

export interface SlackRendering {
  /** The notification's text: the decision in one line. */
  readonly text: string;
  readonly blocks: object[];
  /** The form behind the message's "…" button; null where nothing is asked. */
  readonly modal: object | null;
}

/** Block Kit; `mention` gives the Slack user id of a person id, or null to write the name. */
export function renderSlack(
  statement: Statement,
  options: { readonly mention?: Mention } = {},
): SlackRendering {
  const write = writer(statement.language, options.mention ?? (() => null));
  const asks = statement.inputs.length > 0;
  const part = asks && statement.waiting !== null ? 'waiting' : 'message';
  return {
    text: clip(plainText(statement.summary), slack.text),
    blocks: blocksOf(statement, part, { ...body(statement, write), ...waitingOf(statement, write) }),
    modal: asks ? modalOf(statement, write) : null,
  };
}

function blocksOf(statement: Statement, part: string, data: object): object[] {
  const { blocks } = expand(statement.view, 'slack', part, data) as { readonly blocks: object[] };
  return blocks.slice(0, slack.messageBlocks);
}

/** The act submits, the way out closes; `private_metadata` is what a click names, nothing else. */
function modalOf(statement: Statement, write: Write): object {
  const act = statement.actions.find(({ inputs }) => inputs.length > 0);
  const out = statement.actions.find(({ role, inputs }) => role === 'way-out' && inputs.length === 0);
  const close = out?.short ?? out?.title ?? frameWord('close', statement.language);
  return expand(statement.view, 'slack', 'modal', {
    ...body(statement, write),
    callback: act?.id ?? '',
    metadata: clip(statement.on, slack.metadata),
    modalTitle: words(statement.short, slack.modalTitle),
    submit: words(act?.short ?? act?.title ?? '', slack.modalButton),
    close: words(close, slack.modalButton),
    inputs: statement.inputs.map(inputData),
    wrong: sections(
      statement.inputs.flatMap(({ wrong }) => (wrong === undefined ? [] : [bold(wrong, write)])),
    ),
  });
}

/** The card in mrkdwn, in texts of a section's length: what is long is divided, not lost. */
function body(statement: Statement, write: Write): object {
  const { box, money, alternatives, table, itemsHeading } = statement;
  const asked = statement.asked.map(write);
  return {
    on: statement.on,
    header: words(statement.title, slack.header),
    identity: small([write(statement.identity)]),
    asked: sections(asked),
    news: sections([quoted(asked)]),
    box: sections([quoted((box?.lines ?? []).map(write))]),
    table: table ? [tableData(table, write)] : [],
    money: money ? sections([bold(money.headline, write), ...money.lines.map(write)]) : [],
    facts: sections(factLines(statement.facts, write)),
    groups: statement.groups.flatMap(({ heading, facts }) =>
      sections([bold(heading, write), ...factLines(facts, write)]),
    ),
    paragraphs: sections(statement.paragraphs.map(write)),
    itemsHeading: itemsHeading === '' ? [] : sections([bold(itemsHeading, write)]),
    items: statement.items.slice(0, ITEMS).map((item) => itemData(item, statement, write)),
    alternatives: alternatives
      ? [
          {
            text: write(alternatives.line),
            buttons: alternatives.actions.map((action) => button(action, statement)),
          },
        ]
      : [],
    footer: small(statement.footer.map(write)),
    buttons: row(statement.actions, statement),
  };
}

/** The state for everybody; what opens the form and the way out for the asker (design 6.2). */
function waitingOf(statement: Statement, write: Write): object {
  const { waiting } = statement;
  if (waiting === null) return {};
  const [first = [], ...rest] = waiting.lines;
  const review: StatedAction = {
    id: 'review',
    title: waiting.review,
    tooltip: statement.title,
    role: 'next',
    inputs: [],
  };
  const out = statement.actions.filter(({ role }) => role === 'way-out');
  return {
    waitingHeader: words(waiting.title, slack.header),
    waitingBox: sections([quoted([write(first)])]),
    waitingLines: sections(rest.map(write)),
    waitingButtons: row([review, ...out], statement),
  };
}

function itemData(
  { title, lines, action }: Statement['items'][number],
  statement: Statement,
  write: Write,
): object {
  const stands = action === undefined ? [] : [button(action, statement)];
  const short = [...(action?.title ?? '')].length <= slack.accessory;
  return {
    text: clip([title, ...lines].map(write).join('\n'), slack.section),
    accessory: short ? stands : [],
    below: short ? [] : stands,
  };
}

/** "You saw" beside "Now": two columns of fields, which a phone does not split (design 9). */
function tableData({ columns, rows }: NonNullable<Statement['table']>, write: Write): object {
  const column = (index: number) => {
    const lines = rows.map((cells) => `${write(cells[0] ?? [])}: ${write(cells[index] ?? [])}`);
    return { text: clip([bold(columns[index] ?? '', write), ...lines].join('\n'), slack.field) };
  };
  return { fields: [column(1), column(2)] };
}

function button(action: StatedAction, statement: Statement): object {
  const opens = action.inputs.length > 0 && !action.title.endsWith('…') ? '…' : '';
  return {
    id: action.id,
    title: words(action.title + opens, slack.button),
    label: words(action.tooltip ?? '', slack.accessibility),
    style: styleOf(action, statement),
    confirm: action.id === 'approve' ? [confirmData(action, statement)] : [],
  };
}

/** Danger for the act only, and only where the card itself says that it cannot be undone (design 9). */
function styleOf({ role }: StatedAction, { box }: Statement): string {
  if (role !== 'act') return '';
  return box?.style === 'attention' ? 'danger' : 'primary';
}

/** An approver's second check; no record of anything (platforms.md 1.8). */
function confirmData(action: StatedAction, statement: Statement): object {
  const lines = [
    statement.title,
    ...(statement.box?.lines ?? []).map(plain),
    statement.money?.headline ?? '',
  ];
  const text = lines.filter((line) => line !== '').map((line) => plainText(flat(line)));
  return {
    title: words(frameWord('approve', statement.language), slack.confirmTitle),
    text: clip(text.join('\n'), slack.confirmText),
    yes: words(action.title, slack.confirmButton),
    no: words(frameWord('back', statement.language), slack.confirmButton),
    style: styleOf(action, statement),
  };
}

function factLines(facts: readonly Fact[], write: Write): readonly string[] {
  return facts.map(({ label, value }) => `${bold(label, write)}  ${write(value)}`);
}

function bold(text: string, write: Write): string {
  return write([{ strong: text }]);
}

function quoted(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`).join('\n');
}

function sections(lines: readonly string[]): readonly object[] {
  return packed(
    lines.filter((line) => line !== ''),
    slack.section,
  ).map((text) => ({ text }));
}

function small(lines: readonly string[]): readonly object[] {
  const texts = lines.filter((text) => text !== '').slice(0, slack.context);
  return texts.length === 0 ? [] : [{ elements: texts.map((text) => ({ text: clip(text, slack.section) })) }];
}

function row(actions: readonly StatedAction[], statement: Statement): readonly object[] {
  if (actions.length === 0) return [];
  return [{ buttons: actions.slice(0, slack.elements).map((action) => button(action, statement)) }];
}
