import { daysUntil, TOPICS } from '../domain/announcement.ts';
import { stateActions } from './actions.ts';
import { quantityAndProduct } from './acts.ts';
import type { AnnouncedItem } from './announced.ts';
import { blank, summarize } from './blank.ts';
import { factsLine } from './candidates.ts';
import { day } from './format.ts';
import type { Say } from './say.ts';
import type { Item, Statement } from './statement.ts';
import type { ViewOf } from './view.ts';

/** What comes and what came, by date, each with a button to show it. */
export function describeAnnouncement(view: ViewOf<'announcement'>, say: Say): Statement {
  const { items, total } = view;
  const actions = stateActions(view.actions, { view: 'announcement' }, say);
  const title = titleOf(view, say);
  const stated = items.map((item): Item => {
    const action = actions.find(({ id }) => id === `show-${item.subscription.reference}`);
    return { ...itemOf(item, say), ...(action ? { action } : {}) };
  });
  return {
    ...blank(view, say, title),
    items: stated,
    paragraphs: total > items.length ? [say.line('announce.more', { n: total - items.length })] : [],
    footer: [say.line('announce.footer')],
    actions: actions.filter((action) => !stated.some((item) => item.action?.id === action.id)),
    short: say.text('announce.short'),
    summary: summarize(
      `${title}.`,
      ...(total === 1 ? [] : items.slice(0, 3).map((item) => `${sentence(item, say)}.`)),
    ),
  };
}

/** One alone is named in the title. */
function titleOf({ items, total }: ViewOf<'announcement'>, say: Say): string {
  const [only] = items;
  if (only && total === 1) return sentence(only, say);
  const happened = items.filter((item) => item.happened).length;
  if (happened === 0) return say.text('announce.title.coming', { n: total });
  return say.text(happened === items.length ? 'announce.title.happened' : 'announce.title.both', {
    n: total,
  });
}

/** "25 × Microsoft 365 E3 · Contoso renews in 7 days". */
function sentence(item: AnnouncedItem, say: Say): string {
  return `${nameOf(item, say)} ${wordsOf(item, say)}`;
}

function nameOf({ subscription, customer }: AnnouncedItem, say: Say): string {
  return say.text('item.title', { what: quantityAndProduct(subscription, say), customer: customer.name });
}

function wordsOf({ what, at, happened }: AnnouncedItem, say: Say): string {
  if (happened) return say.text(`announce.${what}.happened`);
  return say.text(`announce.${what}.coming`, { when: whenOf(daysUntil(at, say.reader.now), say) });
}

function whenOf(n: number, say: Say): string {
  if (n > 1) return say.text('announce.later', { n });
  return say.text(n === 1 ? 'announce.tomorrow' : 'announce.today');
}

function itemOf(item: AnnouncedItem, say: Say): Item {
  const at = day(item.at, say.reader.language);
  return {
    title: [{ strong: nameOf(item, say) }],
    lines: [say.line('announce.line', { at, words: wordsOf(item, say) }), factsLine(item, say)],
  };
}

/** What is announced here from now on, and when. */
export function describeNoted(view: ViewOf<'noted'>, say: Say): Statement {
  const { asked, changed, wishes, isTold } = view;
  const title = say.text(`noted.${asked}.${changed ? 'changed' : 'same'}`);
  const days = [...view.daysBefore].sort((a, b) => b - a).join(', ');
  const told = say.line(isTold ? 'noted.when' : 'noted.silent', { days });
  const items = wishesOf(view, say);
  return {
    ...blank(view, say, title),
    items: items.map((text): Item => ({ title: [{ strong: text }], lines: [] })),
    paragraphs: wishes.length === 0 ? [say.line('noted.nothing')] : [told],
    footer: wishes.length === 0 ? [] : [say.line('noted.footer')],
    actions: stateActions(view.actions, { view: 'noted' }, say),
    short: say.text('announce.short'),
    summary: summarize(`${title}.`, ...items.map((text) => `${text}.`)),
  };
}

const MOST_WISHES = 12;

/** "Renewals, ends of service · Contoso": one line a customer, every customer first. */
function wishesOf({ wishes }: ViewOf<'noted'>, say: Say): readonly string[] {
  const ids = [...new Set(wishes.map(({ customer }) => customer?.id ?? null))];
  const sorted = [...ids].sort((a) => (a === null ? -1 : 0));
  return sorted.slice(0, MOST_WISHES).map((id) => {
    const own = wishes.filter(({ customer }) => (customer?.id ?? null) === id);
    const topics = TOPICS.filter((topic) => own.some((one) => one.topic === topic));
    const what = topics.map((topic) => say.text(`noted.topic.${topic}`)).join(', ');
    return say.text('noted.wish', { what, whose: own[0]?.customer?.name ?? say.text('noted.everybody') });
  });
}
