import type { Person } from '../domain/person.ts';
import type { Customer, Subscription } from '../domain/subscription/subscription.ts';
import { NBSP } from './format.ts';
import { isKey, plain, type Say } from './say.ts';
import type { Line, Span, Statement } from './statement.ts';
import type { People, View } from './view.ts';

/** A card with a title and nothing else; builders spread over it. */
export function blank(view: View, say: Say, title: string): Statement {
  return {
    view: view.view,
    language: say.reader.language,
    on: view.on ?? '',
    waiting: null,
    title,
    itemsHeading: '',
    identity: [],
    asked: [],
    box: null,
    table: null,
    money: null,
    facts: [],
    groups: [],
    paragraphs: [],
    items: [],
    alternatives: null,
    inputs: [],
    footer: [],
    actions: [],
    short: say.text('short.desk'),
    summary: flat(title),
  };
}

/** "contoso.com · S-1042 · request OP-7F3K": small, copyable, under the title (design 1.3). */
export function identityOf(
  subscription: Subscription,
  customer: Customer,
  reference: string | null,
  say: Say,
): Line {
  const parts = [customer.domain, subscription.reference];
  if (reference !== null) parts.push(say.text('identity.request', { reference }));
  return [{ text: parts.join(' · ') }];
}

/** One plain sentence after the other, ordinary spaces and hyphens: a toast, a watch, a screen reader. */
export function summarize(...parts: readonly (string | Line | null)[]): string {
  const texts = parts.map((part) =>
    part === null ? '' : flat(typeof part === 'string' ? part : plain(part)).trim(),
  );
  return texts.filter((text) => text !== '').join(' ');
}

/** U+00A0 and U+2011 are for cards alone (design 3.10, F-95). */
export function flat(text: string): string {
  return text.replaceAll(NBSP, ' ').replaceAll('\u2011', '-');
}

export function personOf(id: string, people: People): Span {
  return { person: people[id]?.name ?? id, id };
}

/** "Erik Sandberg or Noor Haddad". */
export function anyOf(persons: readonly Person[], say: Say): Line {
  const last = persons.length - 1;
  return persons.flatMap((person, index): Line => {
    const name: Span = { person: person.name, id: person.id };
    if (index === 0) return [name];
    return [{ text: index === last ? ` ${say.text('or')} ` : ', ' }, name];
  });
}

const OR = {
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  sv: new Intl.ListFormat('sv', { type: 'disjunction' }),
} as const;

/** "a, b or c" of plain words. */
export function orList(words: readonly string[], say: Say): string {
  return OR[say.reader.language].format(words);
}

/** "admin agent, billing admin". */
export function rolesOf(roles: readonly string[], say: Say): string {
  const words = roles.map((role) => {
    const key = `role.${role}`;
    return isKey(key) ? say.text(key) : role;
  });
  return words.length === 0 ? say.text('role.none') : words.join(', ');
}
