import { card, changes, type PagePerson, type PageReply, people, type Said, turn } from './api.ts';
import type { Click } from './card.ts';
import { type Shown, transcript } from './transcript.ts';
import { withTyped } from './typed.ts';
import { type PageWords, WORDS } from './words.ts';

function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found as T;
}

const who = byId<HTMLSelectElement>('who');
const text = byId<HTMLInputElement>('text');
const page = transcript(byId('log'), byId('spoken'));
const cards = new Set<Shown>();
const everybody = await people();
const window_ = crypto.randomUUID();

function me(): PagePerson {
  const chosen = everybody.find((person) => person.id === who.value) ?? everybody[0];
  if (chosen === undefined) throw new Error('nobody is at this desk');
  return chosen;
}

function words(): PageWords {
  return WORDS[me().language];
}

function dress(): void {
  document.documentElement.lang = me().language;
  text.placeholder = words().example;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = words()[element.dataset['word'] as keyof PageWords];
  }
}

async function send(said: Said, clicked: Shown | null, event: string = crypto.randomUUID()): Promise<void> {
  clicked?.element.classList.add('busy');
  try {
    const reply = await turn({ as: who.value, window: window_, event, ...said });
    if (reply === 'duplicate') page.note(words().arrived, null, () => {});
    else show(keeping(reply, said), clicked);
  } catch {
    page.speak(words().notSent);
    page.note(words().notSent, words().again, () => void send(said, clicked, event));
  } finally {
    clicked?.element.classList.remove('busy');
  }
}

/** A wrong entry keeps everything else that was typed. */
function keeping(reply: PageReply, said: Said): PageReply {
  if (reply.wrong.length === 0 || !('inputs' in said)) return reply;
  return { ...reply, card: withTyped(reply.card, said.inputs, reply.wrong) };
}

function show(reply: PageReply, clicked: Shown | null): void {
  const shown = clicked !== null && reply.replaces ? clicked : null;
  if (shown !== null) page.redraw(shown, reply, click);
  const present = shown ?? page.add(reply, click);
  cards.add(present);
  page.speak(reply.summary);
  // Who types on meanwhile is not interrupted.
  if (clicked !== null || (text.value === '' && hasSomethingToPress(present))) page.focus(present);
}

function hasSomethingToPress(shown: Shown): boolean {
  return shown.element.querySelector('button, input, select') !== null;
}

function click(shown: Shown, { action, on, inputs }: Click): void {
  void send({ action, on, inputs }, shown);
}

/** Asks for the revisions of what is shown; the server answers about once a second. */
async function keepTrue(): Promise<void> {
  for (;;) {
    const watched = [...cards].filter((shown) => shown.reply.operation !== null).slice(-200);
    try {
      const now = await changes([...new Set(watched.map((shown) => String(shown.reply.operation)))]);
      for (const shown of watched) await refresh(shown, now[String(shown.reply.operation)] ?? null);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

async function refresh(shown: Shown, revision: number | null): Promise<void> {
  if (revision === null || shown.reply.revision === null || revision <= shown.reply.revision) return;
  if (shown.element.classList.contains('busy')) return;
  const reply = await card(who.value, String(shown.reply.operation));
  page.redraw(shown, reply, click);
  page.speak(`${words().changed} ${reply.summary}`);
}

function listPeople(): void {
  for (const person of everybody) {
    const option = document.createElement('option');
    option.value = person.id;
    option.lang = person.language;
    const { roles, noRole } = WORDS[person.language];
    option.textContent = `${person.name} (${person.roles.map((role) => roles[role] ?? role).join(', ') || noRole})`;
    who.append(option);
  }
  const wanted = new URLSearchParams(location.search).get('as');
  if (everybody.some((person) => person.id === wanted)) who.value = String(wanted);
}

listPeople();
dress();
who.addEventListener('change', dress);
byId<HTMLFormElement>('say').addEventListener('submit', (event) => {
  event.preventDefault();
  const said = text.value.trim();
  if (said === '') return;
  text.value = '';
  page.said(said);
  void send({ text: said }, null);
});
void keepTrue();
void send({ text: me().language === 'sv' ? 'hjälp' : 'help' }, null).then(() => text.focus());
