import { expect, describe as group, test } from '@jest/globals';
import { REFUSAL_CODES } from '../../src/domain/refusal.ts';
import { LIFECYCLE_COMMANDS } from '../../src/domain/subscription/command.ts';
import { renderText } from '../../src/rendering/text.ts';
import { describe } from '../../src/views/describe.ts';
import { plain } from '../../src/views/say.ts';
import type { Statement } from '../../src/views/statement.ts';
import type { NothingBecause, View } from '../../src/views/view.ts';
import { contoso, e3, maja, reader, snapshotOf } from '../support/exampleDesk.ts';
import { EXAMPLES, type Example } from '../support/exampleViews.ts';

const LANGUAGES = ['en', 'sv'] as const;
const BECAUSE: readonly NothingBecause[] = [
  'negation',
  'question',
  'several',
  'quotation',
  'past',
  'hypothetical',
  'third-party',
  'ambiguous-quantity',
  'unsupported-date',
  'edited',
  'bot',
  'stale',
  'not-a-confirmation',
  'kept',
  'withdrawn',
];

function example(name: string): Example {
  const found = EXAMPLES.find((each) => each.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return found;
}

function stated(name: string, language: 'en' | 'sv' = 'en'): Statement {
  const { view, reader: by } = example(name);
  return describe(view, { ...by, language });
}

function textOf(name: string, language: 'en' | 'sv' = 'en'): string {
  return renderText(stated(name, language));
}

group('the mock-ups, line by line (design/*.json)', () => {
  test('cancel, third day (X-6, X-8)', () => {
    expect(textOf('cancel-nce').split('\n')).toEqual([
      'Cancel now: 10 × Visio Plan 2 for Contoso',
      'contoso.com · S-1042 · request OP-7F3K',
      '⚠️ Cannot be undone. All 10 licences lose access the moment you confirm.',
      'Refund USD 362.00 (estimate).',
      'Paid USD 365.00 − used USD 3.00 (3 of 365 days).',
      'Until 4 Sep 2021, 02:00 CEST (00:00 UTC), 12 h left at 14:00. Then USD 1.00 less a day.',
      'Cancel by: 1 Oct 2021, 02:00 CEST (00:00 UTC), 27 days left at 14:00',
      'Status: Active → Deleted; billing stops',
      'Term: 1 year until 1 Sep 2022, billed yearly',
      'Also lost: Auto-renew. No add-ons, no scheduled change.',
      'Instead: auto-renew off (access until 1 Sep 2022, no refund), pause (billing goes on) or fewer licences at renewal.',
      'Only you (Maja Lind) can confirm, until 3 Sep, 14:15 CEST (12:15 UTC). After that, nothing happens.',
    ]);
  });

  test('pause, in Swedish (P-1 to P-3)', () => {
    const text = textOf('pause', 'sv');
    for (const line of [
      'Pausa 25 × Microsoft 365 E3 för Contoso',
      '⚠️ Åtkomsten spärras direkt för alla 25 licenser.',
      'Ni fortsätter att debiteras: 900,00 USD per månad, nästa gång 1 okt. 2021.',
      'Försvinner nu och återställs inte när du återupptar:',
      'Schemalagt: 20 licenser (nu 25) från 1 mars 2022 → tas bort',
      'Upphör: 1 mars 2022 kl. 01:00 CET (00:00 UTC), om ni inte återupptar och slår på automatisk förnyelse',
    ])
      expect(text).toContain(line);
  });

  test('changed terms say who changed what, and only what moved (design 4.2)', () => {
    const { table } = stated('terms-changed');
    expect(textOf('terms-changed')).toContain(
      'Nothing was cancelled. Sam Carter added 2 licences on 3 Sep, 14:05 CEST (12:05 UTC), before your click.',
    );
    expect(table?.rows.map((row) => row.map(plain).join('|').replaceAll('\u00a0', ' '))).toEqual([
      'Licences|10|12',
      'Refund (estimate)|USD 362.00|USD 434.40',
      'Paid|USD 365.00|USD 438.00',
      'Used, 3 of 365 days|USD 3.00|USD 3.60',
      'Price|USD 365.00 a year|USD 438.00 a year',
    ]);
  });

  test('a refusal says since when, that nothing has changed, what can be done, the rule last (design 4.8)', () => {
    const lines = textOf('refused-cancel').split('\n');
    expect(lines[2]).toBe(
      '⛔ The 30 days to cancel ended on 31 Jul 2021, 02:00 CEST (00:00 UTC). Nothing has changed: the subscription is active and billing goes on.',
    );
    expect(lines.at(-1)).toBe('Each choice opens its own confirmation. Rule X-7.');
    expect(stated('refused-cancel').items.map(({ action }) => action?.title)).toEqual([
      'Turn off auto-renew…',
      'Reduce at renewal…',
      'Pause subscription…',
    ]);
  });
});

group('every view', () => {
  const cases = EXAMPLES.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

  test.each(cases)(
    '$name $language has a title, a summary that begins with it, ordinary spaces in it',
    ({ view, reader: by, language }) => {
      const statement = describe(view, { ...by, language });
      expect(statement.title).not.toBe('');
      expect(statement.summary).not.toMatch(/[\u00a0\u2011\n]/);
      expect(statement.summary.startsWith(statement.title.replaceAll('\u00a0', ' ').slice(0, 12))).toBe(true);
      expect([...statement.short].length).toBeLessThanOrEqual(24);
    },
  );

  test.each(cases)(
    '$name $language reads as sentences: no doubled or missing sign',
    ({ view, reader: by, language }) => {
      const text = renderText(describe(view, { ...by, language }));
      expect(text).not.toMatch(/\.\.|\. \.|,,| {2}|\( | \)|undefined|NaN|Invalid/);
    },
  );

  test('a prompt’s summary decides: act, target, undoable, amount, until when, reference (design 9)', () => {
    expect(stated('cancel-nce').summary).toBe(
      'Cancel now: 10 × Visio Plan 2 for Contoso (S-1042). Cannot be undone. Refund USD 362.00 (estimate). Cancel by 1 Oct 2021, 02:00 CEST (00:00 UTC), 27 days left at 14:00. Confirm before 3 Sep, 14:15 CEST (12:15 UTC). OP-7F3K',
    );
  });

  test.each(['running', 'unknown', 'declined', 'kept', 'withdrawn', 'already-decided', 'waiting'])(
    '%s has no button',
    (name) => {
      expect(stated(name).actions).toEqual([]);
    },
  );

  test('the base card of a channel names who may, the asker’s own says you (design 6.1)', () => {
    const { view } = example('cancel-nce');
    expect(plain(describe(view, reader(null)).footer[0] ?? [])).toMatch(/^Only Maja Lind can confirm/);
    expect(plain(describe(view, reader(maja)).footer[0] ?? [])).toMatch(
      /^Only you \(Maja Lind\) can confirm/,
    );
  });

  test('an operation past its time is shown as expired (F-92)', () => {
    const { view } = example('waiting');
    expect(describe(view, reader(null, 'en', '2021-09-03T12:15:00.000Z')).title).toMatch(/^Expired: /);
    expect(describe(view, reader(null, 'en', '2021-09-03T12:14:59.999Z')).title).toMatch(/^Waiting for /);
  });

  test('nobody who is not told of a case sees one: no-role names nothing (F-97)', () => {
    expect(textOf('not-allowed-no-role')).not.toMatch(/S-\d|OP-|Contoso/);
  });
});

group('refusals', () => {
  const cases = REFUSAL_CODES.flatMap((code) =>
    LIFECYCLE_COMMANDS.flatMap((command) => LANGUAGES.map((language) => ({ code, command, language }))),
  );

  test.each(cases)('$code of $command in $language is a sentence', ({ code, command, language }) => {
    const decision = { outcome: 'refused', command, code, rules: ['X-7'], alternatives: [] } as const;
    const view: View = {
      view: 'refused',
      command,
      snapshot: snapshotOf(e3, contoso),
      presentation: 'plain',
      decision,
      code,
      actions: [],
    };
    const { box, title } = describe(view, reader(maja, language));
    expect(plain(box?.lines[0] ?? []).length).toBeGreaterThan(40);
    expect(title).toContain('Microsoft 365 E3');
  });

  test('S-5: the text of the service request stands on the card, ready to be sent', () => {
    expect(textOf('refused-suspend')).toContain(
      'Suspend this subscription: Microsoft 365 E3, 25 licences, S-1017, id sub-1017. Customer: Contoso, contoso.com, id customer-1.',
    );
    expect(textOf('refused-suspend', 'sv')).toContain('Text till tjänstbegäran:');
  });
});

group('what changes nothing', () => {
  test.each(BECAUSE.flatMap((because) => LANGUAGES.map((language) => ({ because, language }))))(
    '$because in $language says why',
    ({ because, language }) => {
      const view: View = { view: 'nothing-changed', because, suggestions: ['show S-1042'], actions: [] };
      const text = renderText(describe(view, reader(maja, language)));
      expect(text.split('\n')).toHaveLength(3);
      expect(text).toContain('show S-1042');
    },
  );
});
