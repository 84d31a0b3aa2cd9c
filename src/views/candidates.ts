import { stateActions } from './actions.ts';
import { quantityAndProduct } from './acts.ts';
import { blank, summarize } from './blank.ts';
import { day } from './format.ts';
import type { Say } from './say.ts';
import type { Item, Line, StatedAction, Statement } from './statement.ts';
import { price, statusOf } from './terms.ts';
import type { ActionSpec, Candidate, ViewOf } from './view.ts';

/** More would not be read, and not fit into a message of 50 blocks. */
const SHOWN = 12;

/** Which one: the facts that tell them apart, a button each; nothing happens yet. */
export function describeChoose(view: ViewOf<'choose'>, say: Say): Statement {
  const ofCustomers = view.of === 'customer';
  const title = say.text(ofCustomers ? 'choose.customer.title' : 'choose.title', {
    verb: verbOf(view.purpose, say),
  });
  const actions = stateActions(view.actions, { view: 'choose' }, say);
  const items = ofCustomers ? customerItems(view, actions, say) : candidateItems(view, actions, say);
  const n = view.total ?? (ofCustomers ? view.customers.length : view.candidates.length);
  const footer = say.line(`choose.${view.why}`, { n, words: view.words });
  return {
    ...blank(view, say, title),
    identity: footer,
    items: items.slice(0, SHOWN),
    paragraphs: [...equalLine(view.equal, say), ...moreLine(n - Math.min(items.length, SHOWN), say)],
    actions: actions.filter((action) => !items.some((item) => item.action?.id === action.id)),
    short: say.text('choose.short'),
    summary: summarize(title, ...items.slice(0, 3).map((item) => [...item.title, { text: '.' }])),
  };
}

/** "Which subscription do you want to pause?" */
function verbOf(purpose: string, say: Say): string {
  const verbs = [
    'pause',
    'resume',
    'suspend',
    'reactivate',
    'cancel',
    'set-auto-renew',
    'set-quantity',
    'schedule-change',
    'remove-scheduled-change',
    'upgrade',
    'deprovision',
  ] as const;
  const verb = verbs.find(
    (each) => each === purpose || (purpose === 'auto-renew' && each === 'set-auto-renew'),
  );
  return say.text(verb === undefined ? 'verb.other' : `verb.${verb}`);
}

export function describeList(view: ViewOf<'list'>, say: Say): Statement {
  const n = view.total;
  const title =
    view.words === '' ? say.text('list.all', { n }) : say.text('list.title', { n, words: view.words });
  return listCard(view, title, n, say);
}

export function describeRenewals(view: ViewOf<'renewals'>, say: Say): Statement {
  const n = view.total;
  const until = day(view.until, say.reader.language);
  const title = say.text(view.words === '' ? 'renewals.all' : 'renewals.title', {
    n,
    words: view.words,
    until,
  });
  return listCard(view, title, n, say);
}

function listCard(
  view: ViewOf<'list'> | ViewOf<'renewals'>,
  title: string,
  total: number,
  say: Say,
): Statement {
  const actions = stateActions(view.actions, { view: view.view }, say);
  const items = itemsOf(view.candidates, actions, view.actions, say);
  return {
    ...blank(view, say, title),
    items: items.slice(0, SHOWN),
    paragraphs: total === 0 ? [say.line('list.none')] : moreLine(total - Math.min(items.length, SHOWN), say),
    footer:
      total === 0
        ? []
        : [say.line('list.footer', { reference: view.candidates[0]?.subscription.reference ?? '' })],
    actions: actions.filter((action) => !items.some((item) => item.action?.id === action.id)),
    short: say.text('list.short'),
    summary: summarize(`${title}.`, ...items.slice(0, 3).map((item) => [...item.title, { text: '.' }])),
  };
}

/** Each with what tells it apart, and its button if it has one. */
export function itemsOf(
  candidates: readonly Candidate[],
  actions: readonly StatedAction[],
  specs: readonly ActionSpec[],
  say: Say,
): readonly Item[] {
  return candidates.map(({ subscription, customer }) => {
    const { reference } = subscription;
    const spec = specs.find(
      (each) =>
        each.subscription === reference ||
        each.id === `choose-${reference}` ||
        each.id === `show-${reference}`,
    );
    const action = actions.find(({ id }) => id === spec?.id);
    return {
      title: [
        {
          strong: say.text('item.title', {
            what: quantityAndProduct(subscription, say),
            customer: customer.name,
          }),
        },
      ],
      lines: [factsLine({ subscription, customer }, say)],
      ...(action ? { action } : {}),
    };
  });
}

/** "S-1017 · contoso.com · Active. 1-year term, USD 900.00 a month, renews 1 Mar 2022". */
export function factsLine({ subscription, customer }: Candidate, say: Say): Line {
  const facts = {
    reference: subscription.reference,
    domain: customer.domain,
    status: statusOf(subscription, say),
    term: say.text(
      subscription.productClass === 'legacy' ? 'item.legacy' : `item.term.${subscription.termDuration}`,
    ),
    price: price(subscription, say),
    end: endWords(subscription, say),
  };
  return say.line('item.facts', facts);
}

function endWords(subscription: Candidate['subscription'], say: Say): string {
  const { language } = say.reader;
  if (subscription.status === 'deleted') return say.text('item.gone');
  if (subscription.dataDeletionAt)
    return say.text('item.deleted', { at: day(subscription.dataDeletionAt, language) });
  const at = day(subscription.commitmentEndDate, language);
  return say.text(subscription.autoRenewEnabled ? 'item.renews' : 'item.ends', { at });
}

function candidateItems(view: ViewOf<'choose'>, actions: readonly StatedAction[], say: Say): readonly Item[] {
  const items = itemsOf(view.candidates, actions, view.actions, say);
  return items.map((item, index) => {
    const why = hindrance(view.purpose, view.candidates[index], say);
    return why === null ? item : { ...item, lines: [...item.lines, why] };
  });
}

/** Said before the click where the class alone forbids it (P-5, X-10). */
function hindrance(purpose: string, candidate: Candidate | undefined, say: Say): Line | null {
  const productClass = candidate?.subscription.productClass ?? 'nce';
  if (purpose === 'pause' && productClass !== 'nce') return say.line('choose.noPause');
  if (purpose === 'suspend' && productClass === 'nce') return say.line('choose.noSuspend');
  return purpose === 'cancel' && productClass === 'legacy' ? say.line('choose.noCancel') : null;
}

function customerItems(view: ViewOf<'choose'>, actions: readonly StatedAction[], say: Say): readonly Item[] {
  return view.customers.map((customer) => {
    const spec = view.actions.find(
      (each) => each.customer === customer.id || each.id === `choose-${customer.id}`,
    );
    const stated = actions.find(({ id }) => id === spec?.id);
    const action = stated && { ...stated, title: say.text('action.choose.customer'), tooltip: customer.name };
    return {
      title: [{ strong: customer.name }],
      lines: [[{ text: `${customer.domain} · ${customer.country}` }]],
      ...(action ? { action } : {}),
    };
  });
}

/** A tie is said: the order of what is equally near means nothing. */
function equalLine(equal: number | undefined, say: Say): readonly Line[] {
  return equal === undefined ? [] : [say.line('choose.equal', { n: equal })];
}

function moreLine(n: number, say: Say): readonly Line[] {
  return n > 0 ? [say.line('list.more', { n })] : [];
}
