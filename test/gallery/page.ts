import { AdaptiveCard, GlobalRegistry, HostConfig, Table, Version, Versions } from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import { createElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import { hostConfig } from '../../src/channels/browser/hostConfig.ts';
import './page.css';
import { SHEETS, type Sheet } from './sheets.ts';

interface Drawn {
  readonly name: string;
  readonly language: 'en' | 'sv';
  readonly teams: object;
  readonly slack: { readonly blocks: readonly object[]; readonly modal: Modal | null };
}

interface Modal {
  readonly title: { readonly text: string };
  readonly submit: { readonly text: string };
  readonly close: { readonly text: string };
  readonly blocks: readonly object[];
}

const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true });
markdown.enable(['emphasis', 'escape', 'entity', 'newline', 'backticks']);
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// The package says that it has no side effects: a bundler leaves the table's own registration out.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);

declare global {
  interface Window {
    EXAMPLES: readonly Drawn[];
    MEASURED: object;
  }
}

function draw(): void {
  const sheet = SHEETS.find(({ name }) => `#${name}` === location.hash) ?? SHEETS[0];
  const main = document.querySelector('main');
  const nav = document.querySelector('nav');
  if (!sheet || !main || !nav) return;
  nav.replaceChildren(...SHEETS.map(link));
  main.replaceChildren();
  document.body.className = sheet.theme;
  main.style.columns = `${sheet.columns} ${sheet.width}px`;
  main.style.width = `${sheet.columns * (sheet.width + 20) - 20}px`;
  for (const example of window.EXAMPLES.filter(({ language }) => language === sheet.language)) {
    const figure = document.createElement('figure');
    figure.style.width = `${sheet.width}px`;
    figure.append(caption(example.name));
    main.append(figure);
    if (sheet.chat === 'teams') figure.append(teamsCard(example.teams, sheet));
    else for (const part of slackParts(example.slack)) figure.append(part);
  }
  window.MEASURED = measure(main);
  document.body.classList.add('drawn');
}

function link({ name }: Sheet): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = `#${name}`;
  anchor.textContent = name;
  return anchor;
}

function caption(name: string): HTMLElement {
  const words = document.createElement('figcaption');
  words.textContent = name;
  return words;
}

function teamsCard(payload: object, sheet: Sheet): HTMLElement {
  const card = new AdaptiveCard();
  card.version = new Version(1, 5);
  card.hostConfig = new HostConfig(hostConfig(sheet.theme));
  card.parse(payload);
  const holder = document.createElement('div');
  holder.className = 'teams';
  const drawn = card.render();
  if (drawn) holder.append(drawn);
  return holder;
}

function slackParts({ blocks, modal }: Drawn['slack']): readonly HTMLElement[] {
  const message = holder('slack message', messageOf(blocks));
  return modal === null ? [message] : [message, modalFrame(modal)];
}

function modalFrame({ title, submit, close, blocks }: Modal): HTMLElement {
  const frame = holder('slack modal', messageOf(blocks));
  const head = document.createElement('header');
  head.textContent = title.text;
  const foot = document.createElement('footer');
  foot.append(pressable(close.text, ''), pressable(submit.text, 'submit'));
  frame.prepend(head);
  frame.append(foot);
  return frame;
}

function pressable(text: string, name: string): HTMLElement {
  const button = document.createElement('button');
  button.textContent = text;
  button.className = name;
  return button;
}

function holder(name: string, content: ReactNode): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  const inside = document.createElement('div');
  element.append(inside);
  flushSync(() => createRoot(inside).render(content));
  return element;
}

/** The library takes `verbatim` as "no markdown" and reads a colon before a line's end as an emoji (design 11). */
function messageOf(blocks: readonly object[]): ReactNode {
  const plain = JSON.parse(JSON.stringify(blocks), (key, value: unknown) =>
    key === 'verbatim' ? undefined : value,
  ) as never;
  const date = ({ timestamp }: { timestamp: string }) =>
    new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Stockholm',
    }).format(Number(timestamp) * 1000);
  return createElement(Message, {
    blocks: plain,
    logo: '',
    name: 'Subdesk',
    withoutWrapper: true,
    theme: 'light',
    hooks: { date },
  });
}

/** Heights, and what a card would cut off at its right edge. */
function measure(main: HTMLElement): object {
  return Object.fromEntries(
    [...main.querySelectorAll('figure')].map((figure) => {
      const right = figure.getBoundingClientRect().right + 1;
      const cut = [...figure.querySelectorAll('*')].filter(
        (each) => each.getBoundingClientRect().right > right,
      );
      const parts = [...figure.children]
        .slice(1)
        .map((part) => Math.round(part.getBoundingClientRect().height));
      return [
        figure.querySelector('figcaption')?.textContent ?? '',
        { heights: parts, cut: cut.map((each) => each.textContent?.slice(0, 40)) },
      ];
    }),
  );
}

addEventListener('hashchange', draw);
draw();
