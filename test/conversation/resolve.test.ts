import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNameIndex, type NameIndex, type NameSource } from '../../src/conversation/nameIndex.ts';
import { resolve } from '../../src/conversation/resolve.ts';
import { CONTOSO, customer, LITWARE, owned, type Talking, talking, viewOf } from './support.ts';

let talk: Talking;
let index: NameIndex;

beforeAll(async () => {
  talk = await talking();
  index = createNameIndex(talk.desk);
});
afterAll(() => talk.close());

function references(words: string, deletedToo = false): Promise<string> {
  return referencesIn(talk, index, words, deletedToo);
}

async function referencesIn(
  { desk }: Pick<Talking, 'desk'>,
  names: NameIndex,
  words: string,
  deletedToo = false,
): Promise<string> {
  const resolved = await resolve(desk, names, words, { deletedToo, most: 12 });
  if (resolved.kind === 'one') return `one ${resolved.subscription.reference}`;
  if (resolved.kind === 'none') return 'none';
  return [resolved.why, ...resolved.found.map(({ reference }) => reference).sort()].join(' ');
}

describe('a subscription is named by', () => {
  test.each([
    ['its reference', 'S-1042', 'one S-1042'],
    ['its reference in small letters', 's-1042', 'one S-1042'],
    ['its reference without the hyphen', 's1042', 'one S-1042'],
    ['its id', 'id-S-1042', 'one S-1042'],
    ['customer and product', 'contoso visio', 'one S-1042'],
    ['product and customer', 'visio contoso', 'one S-1042'],
    ['product for customer', 'Visio for Contoso', 'one S-1042'],
    ['a genitive (F-72)', 'Litwares E5', 'one S-1060'],
    ['an English genitive', "Litware's E5", 'one S-1060'],
    ['a nickname', 'fabrikam bp', 'one S-1052'],
    ['words run together', 'fabrikam powerbi', 'one S-1051'],
    ['the domain', 'contoso-retail.com', 'one S-1021'],
    ['a customer with only one', 'litware', 'one S-1060'],
    ['the id of a customer with only one', 'c-4', 'one S-1060'],
    ['the id of a customer and the product', 'visio c-1', 'one S-1042'],
    ['its reference and its name', 'contoso visio S-1042', 'one S-1042'],
    ['letters without their marks', 'sodra visio', 'one S-1070'],
    ['letters written as two', 'soedra visio', 'one S-1070'],
    ['a reference cut in two', 'S 1042', 'one S-1042'],
    ['the domain with what stands around it', 'https://www.contoso-retail.com/', 'one S-1021'],
    ['an address at the domain', 'anna@litware.com', 'one S-1060'],
    ['the domain without its end', 'contoso-retail e3', 'one S-1021'],
    ['the domain in one word', 'contosoretail e3', 'one S-1021'],
    ['a product cut otherwise', 'fabrikam power-bi', 'one S-1051'],
    ['words run together, two kinds', 'fabrikampowerbi', 'one S-1051'],
    ['a word cut in two', 'fabri kam power bi', 'one S-1051'],
    ['a Swedish compound', 'contoso visiolicenser', 'one S-1042'],
    ['a Swedish compound with a hyphen', 'Litwares E5-prenumeration', 'one S-1060'],
    ['a Swedish compound of a nickname', 'BP-licenserna hos Fabrikam', 'one S-1052'],
    ['a nickname of two words', 'litware m365', 'one S-1060'],
    ['a nickname cut in two', 'm 365 e5 litware', 'one S-1060'],
    ['a legal form that the name has not', 'Litware Inc. E5', 'one S-1060'],
  ])('%s: %s', async (_, words, expected) => {
    expect(await references(words)).toBe(expected);
  });
});

describe('never a guess', () => {
  test.each([
    ['several fit', 'contoso e3', 'several S-1017 S-1021'],
    ['a customer with several', 'fabrikam', 'several S-1051 S-1052'],
    ['a product of several', 'visio', 'several S-1042 S-1070'],
    ['a misspelt customer', 'litwre e5', 'fuzzy S-1060'],
    ['a beginning', 'fabri bi', 'fuzzy S-1051 S-1052'],
    ['a product that the customer has not', 'litware e3', 'fuzzy S-1060'],
    ['a reference that the rest contradicts', 'S-1042 fabrikam', 'fuzzy S-1042'],
    ['nothing near', 'zzzz qqqq', 'none'],
    ['a known product of an unknown customer', 'umbrella visio', 'none'],
    ['an unknown reference', 'S-9999', 'none'],
    ['two references', 'S-1042 S-1017', 'several S-1017 S-1042'],
    ['another domain', 'litware.se e5', 'fuzzy S-1060'],
    ['a figure alone', 'contoso 2', 'fuzzy S-1017 S-1021 S-1042'],
    ['a nickname with an error', 'fabrikam bbp', 'fuzzy S-1052'],
    ['nothing but noise', 'för', 'none'],
    ['nothing', '  ', 'none'],
    ['more words than a name has', `contoso visio ${'visio '.repeat(12)}`, 'fuzzy S-1042'],
    ['words of the language that this is written in', 'constructor __proto__ toString', 'none'],
  ])('%s: %s', async (_, words, expected) => {
    expect(await references(words)).toBe(expected);
  });
});

test('a deleted one is found by its reference, or when deleted ones are asked for', async () => {
  expect(await references('litware project')).not.toContain('one S-1061');
  expect(await references('litware project', true)).toBe('one S-1061');
  expect(await references('S-1061')).toBe('one S-1061');
});

describe('a legal form', () => {
  const AB = customer('c-21', 'Lamna Vård AB', 'lamna.se');
  const OY = customer('c-22', 'Lamna Vård Oy', 'lamna.fi');
  let forms: Talking;
  beforeAll(async () => {
    const subscriptions = [owned(AB, 'S-1', 'Visio Plan 2'), owned(OY, 'S-2', 'Visio Plan 2')];
    forms = await talking({ customers: [AB, OY], subscriptions });
  });
  afterAll(() => forms.close());

  test.each([
    ['that one has', 'lamna vård ab visio', 'one S-1'],
    ['that was not said', 'lamna vård visio', 'several S-1 S-2'],
    ['that none has', 'lamna vård gmbh visio', 'fuzzy S-1 S-2'],
  ])('%s: %s', async (_, words, expected) => {
    expect(await referencesIn(forms, createNameIndex(forms.desk), words)).toBe(expected);
  });
});

test('of two that are equally near none comes before the other, and the card says so', async () => {
  const one = customer('c-31', 'Nordvik', 'nordvik.se');
  const two = customer('c-32', 'Nordvig', 'nordvig.se');
  const near = await talking({
    customers: [one, two],
    subscriptions: [owned(one, 'S-1', 'Visio Plan 2'), owned(two, 'S-2', 'Visio Plan 2')],
  });
  const index = createNameIndex(near.desk);
  const resolved = await resolve(near.desk, index, 'nordvix visio', { deletedToo: false, most: 12 });
  expect(resolved).toMatchObject({ kind: 'choose', why: 'fuzzy', total: 2, equal: 2 });
  expect(viewOf(await near.say('cancel nordvix visio'), 'choose')).toMatchObject({ equal: 2, total: 2 });
  await near.close();
});

describe('the index follows', () => {
  test('what another process adds, after a second', async () => {
    expect(await references('contoso teams phone')).toBe('none');
    await talk.add(owned(CONTOSO, 'S-2001', 'Teams Phone Standard'));
    talk.machine.forward(1_000);
    expect(await references('contoso teams phone')).toBe('one S-2001');
  });

  test('what an import names otherwise, in every process: the old name is gone', async () => {
    const renamed = customer('c-41', 'Proseware', 'proseware.com');
    const twinIndex = createNameIndex(talk.twin);
    await talk.desk.directory.putCustomer(renamed);
    await talk.add(owned(renamed, 'S-2002', 'Power Apps Premium'));
    talk.machine.forward(1_000);
    expect(await referencesIn({ desk: talk.twin }, twinIndex, 'proseware')).toBe('one S-2002');
    await talk.desk.directory.putCustomer({ ...renamed, name: 'Relecloud', domain: 'relecloud.net' });
    talk.machine.forward(1_000);
    for (const [desk, names] of [
      [talk.desk, index],
      [talk.twin, twinIndex],
    ] as const) {
      expect(await referencesIn({ desk }, names, 'relecloud')).toBe('one S-2002');
      expect(await referencesIn({ desk }, names, 'proseware power apps')).not.toMatch(/^one/u);
    }
  });

  test('what is deleted, and it is offered no longer', async () => {
    await talk.add(owned(LITWARE, 'S-2003', 'Copilot'));
    talk.machine.forward(1_000);
    expect(await references('litware copilot')).toBe('one S-2003');
    const stored = await talk.desk.subscriptions.get('id-S-2003');
    await talk.desk.subscriptions.commit({
      id: 'id-S-2003',
      version: stored?.version ?? 0,
      operation: null,
      after: { status: 'deleted', autoRenewEnabled: false },
      events: [],
      nextDue: null,
    });
    talk.machine.forward(1_000);
    expect(await references('litware copilot')).not.toContain('S-2003');
  });

  test('without reading the desk again: only what changed', async () => {
    const read = { all: 0, changed: 0 };
    const { subscriptions } = talk.desk;
    const watched: NameSource = {
      ...talk.desk,
      subscriptions: {
        names: () => {
          read.all += 1;
          return subscriptions.names();
        },
        async changedSince(since) {
          const rows = await subscriptions.changedSince(since);
          read.changed += rows.length;
          return rows;
        },
      },
    };
    const own = createNameIndex(watched);
    await own.refresh();
    talk.machine.forward(120_000);
    await own.refresh();
    const since = read.changed;
    talk.machine.forward(120_000);
    await own.refresh();
    expect(read).toEqual({ all: 1, changed: since });
  });
});
