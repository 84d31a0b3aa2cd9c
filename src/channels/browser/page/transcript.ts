import type { PageReply } from './api.ts';
import { type Click, drawCard } from './card.ts';

export interface Shown {
  readonly element: HTMLElement;
  reply: PageReply;
}

/** What stands on the page: my sentences, the cards, and the one line that is spoken. */
export interface Transcript {
  said(text: string): void;
  add(reply: PageReply, onClick: (shown: Shown, click: Click) => void): Shown;
  redraw(shown: Shown, reply: PageReply, onClick: (shown: Shown, click: Click) => void): void;
  note(text: string, button: string | null, onPress: () => void): void;
  speak(text: string): void;
  focus(shown: Shown): void;
}

export function transcript(log: HTMLElement, spoken: HTMLElement): Transcript {
  function put(element: HTMLElement): void {
    log.append(element);
    element.scrollIntoView({ block: 'nearest' });
  }
  function fill(shown: Shown, onClick: (shown: Shown, click: Click) => void): void {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    shown.element.setAttribute('aria-label', shown.reply.title);
    shown.element.lang = shown.reply.language;
    shown.element.dataset['view'] = shown.reply.view;
    shown.element.dataset['operation'] = shown.reply.operation ?? '';
    shown.element.replaceChildren(drawCard(shown.reply.card, dark, (click) => onClick(shown, click)));
  }
  return {
    said(text) {
      const mine = document.createElement('p');
      mine.className = 'mine';
      mine.textContent = text;
      put(mine);
    },
    add(reply, onClick) {
      const element = document.createElement('article');
      element.className = 'card';
      element.tabIndex = -1;
      const shown = { element, reply };
      fill(shown, onClick);
      put(element);
      return shown;
    },
    redraw(shown, reply, onClick) {
      shown.reply = reply;
      fill(shown, onClick);
      shown.element.classList.remove('changed');
      requestAnimationFrame(() => shown.element.classList.add('changed'));
    },
    note(text, button, onPress) {
      put(noteElement(text, button, onPress));
    },
    speak(text) {
      spoken.textContent = text;
    },
    focus(shown) {
      shown.element.focus({ preventScroll: true });
      shown.element.scrollIntoView({ block: 'nearest' });
    },
  };
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
