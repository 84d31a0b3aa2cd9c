import type { AuditEvent } from '../domain/event.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import { stateActions } from './actions.ts';
import { caseOfOperation, whatStands } from './acts.ts';
import { blank, flat, identityOf, personOf, rolesOf, summarize } from './blank.ts';
import { deadline } from './deadline.ts';
import { arrow, fact } from './fact.ts';
import { day, moment } from './format.ts';
import { stateNow } from './operation.ts';
import { lowerOf } from './prompt.ts';
import { isKey, type Key, type Say } from './say.ts';
import type { Item, Line, Statement } from './statement.ts';
import { statusOf } from './terms.ts';
import type { People, ViewOf } from './view.ts';

const EVENTS_SHOWN = 12;

/** What happened, latest first: when, what in words, who, from → to. */
export function describeHistory(view: ViewOf<'history'>, say: Say): Statement {
  const { of, events, people } = view;
  const title = of
    ? say.text('history.title', { what: whatStands(of.subscription, of.customer, say) })
    : say.text('history.words', { words: view.words });
  const latest = latestFirst(events).slice(0, EVENTS_SHOWN);
  const older = events.length - latest.length;
  return {
    ...blank(view, say, title),
    identity: of ? identityOf(of.subscription, of.customer, null, say) : [],
    items: latest.map((event) => eventItem(event, people, say)),
    paragraphs:
      events.length === 0
        ? [say.line('history.none')]
        : older > 0
          ? [say.line('history.older', { n: older })]
          : [],
    actions: stateActions(view.actions, { view: 'history' }, say),
    short: say.text('history.short'),
    summary: summarize(
      `${title}.`,
      ...latest.slice(0, 3).map((event) => [...eventItem(event, people, say).title, { text: '.' }]),
    ),
  };
}

/** Of one instant the last written comes first. */
function latestFirst(events: readonly AuditEvent[]): readonly AuditEvent[] {
  return [...events].reverse().sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/** "Paused" by the command and the event's word; then who, where it is named, and from → to. */
function eventItem(event: AuditEvent, people: People, say: Say): Item {
  const command = commandWord(event.command, say);
  const what = say.text(`event.${event.what}`);
  const title = command === null ? what : say.text('event.of', { what, command });
  const who: Line = event.person === undefined ? [] : [{ text: ' · ' }, personOf(event.person, people)];
  const operation: Line = event.operation === undefined ? [] : [{ text: ` · ${event.operation}` }];
  const changes = changesOf(event, say);
  const why = event.reason ? [say.line('event.reason', { reason: reasonOf(event, say) })] : [];
  return {
    title: [{ strong: title }],
    lines: [
      [moment(event.at, say.reader), ...who, ...operation],
      ...(changes === '' ? [] : [[{ text: changes }]]),
      ...why,
    ],
  };
}

function commandWord(command: string | undefined, say: Say): string | null {
  const key = `command.${command}`;
  return isKey(key) ? say.text(key) : null;
}

function reasonOf(event: AuditEvent, say: Say): string {
  const key = `reason.lower.${event.reason}`;
  const word = isKey(key) ? say.text(key) : (event.reason ?? '');
  return event.reasonText ? `${word}, ${say.text('quoted', { words: event.reasonText })}` : word;
}

/** "Status: Active → Paused; Auto-renew: Off": the fields that people know. */
function changesOf({ before = {}, after }: AuditEvent, say: Say): string {
  if (!after) return '';
  const { language } = say.reader;
  const parts: readonly (readonly [Key, string | null])[] = [
    ['label.status', statusChange(before, after, say)],
    ['label.licences', fromTo(before.quantity, after.quantity)],
    [
      'label.autoRenew',
      after.autoRenewEnabled === undefined ? null : say.text(after.autoRenewEnabled ? 'on' : 'off'),
    ],
    ['label.ends', after.commitmentEndDate === undefined ? null : day(after.commitmentEndDate, language)],
  ];
  const told = parts.flatMap(([label, change]) =>
    change === null ? [] : [say.text('event.change', { what: say.text(label), change })],
  );
  return told.join('; ');
}

function statusChange(before: Partial<Subscription>, after: Partial<Subscription>, say: Say): string | null {
  if (after.status === undefined && after.suspensionKind === undefined) return null;
  const words = ({ status = 'active', suspensionKind = null }: Partial<Subscription>) =>
    statusOf({ status, suspensionKind }, say);
  return before.status === undefined ? words(after) : arrow(words(before), words({ ...before, ...after }));
}

function fromTo(before: number | null | undefined, after: number | null | undefined): string | null {
  if (after === undefined || after === null) return null;
  return before === undefined || before === null ? String(after) : arrow(String(before), String(after));
}

/** The reader's own requests, or those that wait for a second person. */
export function describeRequests(view: ViewOf<'my-requests'> | ViewOf<'approvals'>, say: Say): Statement {
  const title = say.text(`${view.view}.title`, { n: view.operations.length });
  const actions = stateActions(view.actions, { view: view.view }, say);
  const items = view.operations.slice(0, EVENTS_SHOWN).map((operation) => {
    const action = actions.find(({ id }) => id.endsWith(operation.reference));
    return { ...operationItem(operation, view.people, say), ...(action ? { action } : {}) };
  });
  return {
    ...blank(view, say, title),
    items,
    paragraphs: items.length === 0 ? [say.line(`${view.view}.none`)] : [],
    footer:
      items.length === 0
        ? []
        : [say.line('requests.footer', { reference: view.operations[0]?.reference ?? '' })],
    actions: actions.filter((action) => !items.some((item) => item.action?.id === action.id)),
    short: say.text('requests.short'),
    summary: summarize(`${title}.`, ...items.slice(0, 3).map(({ title: line }) => [...line, { text: '.' }])),
  };
}

function operationItem(operation: Operation, people: People, say: Say): Item {
  const c = caseOfOperation(operation);
  const state = stateNow(operation, say.reader.now);
  const waits = state === 'awaiting-confirmation' || state === 'awaiting-approval';
  const asked = say.line('requests.line', {
    reference: operation.reference,
    state: say.text(`state.${state}`),
    name: personOf(operation.requester, people),
  });
  const until = waits ? [say.line('requests.until', { until: deadline(operation.expiresAt, say) })] : [];
  return { title: [{ strong: upperFirst(lowerOf(c, say)) }], lines: [asked, ...until] };
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

/** Whom the desk takes the reader for. */
export function describeWhoAmI(view: ViewOf<'who-am-i'>, say: Say): Statement {
  const { person, identity } = view;
  const title =
    person === null ? say.text('whoami.unknown') : say.text('whoami.title', { name: person.name });
  const known = person && [
    fact('label.roles', rolesOf(person.roles, say), say),
    fact('label.language', say.text(`language.${person.language}`), say),
    fact('label.zone', person.timeZone, say),
  ];
  return {
    ...blank(view, say, title),
    facts: [...(known ?? []), fact('label.account', identity, say)],
    paragraphs: person === null ? [say.line('whoami.link')] : [],
    actions: stateActions(view.actions, { view: 'who-am-i' }, say),
    summary: summarize(`${title}.`, flat(identity)),
  };
}

/** An outage or a defect: what it means for the change, and a number for support. */
export function describeFailure(view: ViewOf<'failure'>, say: Say): Statement {
  const title = say.text(`failure.${view.why}.title`);
  const line = say.line(`failure.${view.why}.line`);
  return {
    ...blank(view, say, title),
    box: { style: 'emphasis', lines: [line] },
    footer: [say.line('failure.reference', { correlation: view.correlation })],
    actions: stateActions(view.actions, { view: 'failure' }, say),
    short: say.text('failure.short'),
    summary: summarize(`${title}.`, line),
  };
}
