import {
  AdaptiveCard,
  type ExecuteAction,
  GlobalRegistry,
  HostConfig,
  Table,
  Version,
  Versions,
} from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import { hostConfig } from '../hostConfig.ts';

export interface Click {
  readonly action: string;
  readonly on: string;
  readonly inputs: Record<string, string>;
}

const VERSION = new Version(1, 5);

// The package says that it has no side effects: a bundler leaves the table's own registration out.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);

/** No HTML, no links, no images: names and reasons of customers are data. */
const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'emphasis',
  'escape',
  'entity',
  'newline',
  'backticks',
]);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

/** The card as an element; every Action.Execute calls `onClick`. */
export function drawCard(payload: object, dark: boolean, onClick: (click: Click) => void): HTMLElement {
  const card = new AdaptiveCard();
  card.version = VERSION;
  card.hostConfig = new HostConfig(hostConfig(dark ? 'dark' : 'light'));
  card.onExecuteAction = (action) => {
    if (action.getJsonTypeName() === 'Action.Execute') onClick(toClick(action as ExecuteAction));
  };
  card.parse(payload);
  const drawn = card.render();
  if (drawn === undefined) throw new Error('the card could not be drawn');
  return drawn;
}

function toClick(action: ExecuteAction): Click {
  const { operation, ...inputs } = (action.data ?? {}) as Record<string, unknown>;
  const typed = Object.entries(inputs).map(([name, value]) => [name, String(value ?? '')]);
  return { action: action.verb ?? '', on: String(operation), inputs: Object.fromEntries(typed) };
}
