import type { PageReply } from './api.ts';
import { type Click, drawCard } from './card.ts';

export interface Shown {
  readonly element: HTMLElement;
  reply: PageReply;
}

/** What stands on the page: my sentences, the cards, and the one line that is spoken. */
export interface Transcript {
  said(text: string): void;
  add(reply: PageReply, onClick: OnClick): Shown;
  redraw(shown: Shown, reply: PageReply, onClick: OnClick): void;
  note(text: string, button: string | null, onPress: () => void): void;
  speak(text: string): void;
  focus(shown: Shown): void;
}

type OnClick = (shown: Shown, click: Click) => void;

export function transcript(log: HTMLElement, spoken: HTMLElement): Transcript {
  const put = (element: HTMLElement) => {
    log.append(element);
    element.scrollIntoView({ block: 'nearest' });
  };
  return {
    said: (text) => put(mine(text)),
    add(reply, onClick) {
      const shown = { element: emptyCard(), reply };
      fill(shown, onClick);
      put(shown.element);
      return shown;
    },
    redraw(shown, reply, onClick) {
      shown.reply = reply;
      fill(shown, onClick);
      shown.element.classList.remove('changed');
      requestAnimationFrame(() => shown.element.classList.add('changed'));
    },
    note: (text, button, onPress) => put(noteElement(text, button, onPress)),
    speak(text) {
      spoken.textContent = text;
    },
    focus(shown) {
      shown.element.focus({ preventScroll: true });
      shown.element.scrollIntoView({ block: 'nearest' });
    },
  };
}

function mine(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'mine';
  element.textContent = text;
  return element;
}

function emptyCard(): HTMLElement {
  const element = document.createElement('article');
  element.className = 'card';
  element.tabIndex = -1;
  return element;
}

function fill(shown: Shown, onClick: OnClick): void {
  const { element, reply } = shown;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  element.setAttribute('aria-label', reply.title);
  element.lang = reply.language;
  element.dataset['view'] = reply.view;
  element.dataset['operation'] = reply.operation ?? '';
  element.replaceChildren(drawCard(reply.card, dark, (click) => onClick(shown, click)));
}

function noteElement(text: string, button: string | null, onPress: () => void): HTMLElement {
  const note = document.createElement('p');
  note.className = 'note';
  note.append(text);
  if (button === null) return note;
  const press = document.createElement('button');
  press.type = 'button';
  press.textContent = button;
  press.addEventListener('click', () => {
    note.remove();
    onPress();
  });
  note.append(press);
  return note;
}
