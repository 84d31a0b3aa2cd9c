import { createRequire } from 'node:module';
import { expect, describe as group, test } from '@jest/globals';
import { numberedActions, renderConsole } from '../../src/rendering/console.ts';
import { LIMITS, packed, rowsOf } from '../../src/rendering/limits.ts';
import { renderSlack } from '../../src/rendering/slack.ts';
import { renderTeams } from '../../src/rendering/teams.ts';
import { expand } from '../../src/rendering/template.ts';
import { renderText } from '../../src/rendering/text.ts';
import { describe } from '../../src/views/describe.ts';
import type { Statement } from '../../src/views/statement.ts';
import type { View } from '../../src/views/view.ts';
import { nodesOf, slackProblems, teamsProblems } from '../support/cardChecks.ts';
import { action, contoso, e3, maja, reader, snapshotOf } from '../support/exampleDesk.ts';
import { EXAMPLES } from '../support/exampleViews.ts';

const { AdaptiveCard, SerializationContext, Version } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

function stated(name: string, language: 'en' | 'sv' = 'en'): Statement {
  const found = EXAMPLES.find((each) => each.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return describe(found.view, { ...found.reader, language });
}

function actionsOf(card: object) {
  return nodesOf(card).filter(({ type }) => type === 'Action.Execute');
}

group('Teams', () => {
  test.each(EXAMPLES)('$name parses and is valid as an Adaptive Card 1.5', ({ view, reader: by }) => {
    const card = new AdaptiveCard();
    const context = new SerializationContext(new Version(1, 5));
    card.parse(renderTeams(describe(view, by), { refreshFor: ['29:one'] }), context);
    const problems = Array.from(
      { length: context.eventCount },
      (_, index) => context.getEventAt(index).message,
    );
    const found = card.validateProperties().validationEvents as readonly { readonly message: string }[];
    const messages = [...problems, ...found.map(({ message }) => message)];
    // The library's pattern for `lang` is global and so remembers its last match: every other card fails it.
    expect(messages.filter((message) => !/property "lang"/.test(message))).toEqual([]);
  });

  test('every action names the operation alone; its fallback carries the verb too (design 9)', () => {
    for (const each of actionsOf(renderTeams(stated('cancel-nce'), { refreshFor: [] }))) {
      expect(each['data']).toEqual({ operation: 'OP-7F3K' });
      expect(each['fallback']).toMatchObject({
        type: 'Action.Submit',
        data: { operation: 'OP-7F3K', verb: each['id'] },
      });
    }
  });

  test('inputs hold back the act, not the way out (design 2.8)', () => {
    const inputs = actionsOf(renderTeams(stated('cancel-nce'), { refreshFor: [] })).map(
      ({ id, associatedInputs }) => [id, associatedInputs],
    );
    expect(inputs).toContainEqual(['confirm', 'auto']);
    expect(inputs.filter(([, held]) => held === 'auto')).toHaveLength(1);
  });

  test('clients of at most sixty ask again, and only where there is something to ask for', () => {
    const ids = Array.from({ length: 70 }, (_, index) => `29:${index}`);
    expect(renderTeams(stated('waiting'), { refreshFor: ids })).toMatchObject({
      refresh: { userIds: ids.slice(0, 60), action: { verb: 'refresh', data: { operation: 'OP-7F3K' } } },
    });
    expect(renderTeams(stated('waiting'), { refreshFor: [] })).not.toHaveProperty('refresh');
    expect(renderTeams(stated('nothing-changed'), { refreshFor: ids })).not.toHaveProperty('refresh');
  });

  test('the fallback text has one line a line', () => {
    const card = renderTeams(stated('cancel-nce'), { refreshFor: [] }) as { readonly fallbackText: string };
    expect(card.fallbackText.split('\n')[3]).toBe('Refund USD 362.00 (estimate).');
  });

  test('a long history is cut from its end, never above 24 KB or six actions', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      subscription: { ...e3, reference: `S-${index}`, offerName: 'x'.repeat(2000) },
      customer: contoso,
    }));
    const actions = many.map(({ subscription: { reference } }) => ({
      ...action(`choose-${reference}`),
      subscription: reference,
    }));
    const view: View = {
      view: 'choose',
      of: 'subscription',
      purpose: 'pause',
      words: 'x',
      why: 'several',
      candidates: many,
      customers: [],
      on: 'draft',
      actions,
    };
    expect(teamsProblems(renderTeams(describe(view, reader(maja)), { refreshFor: [] }))).toEqual([]);
    expect(slackProblems(renderSlack(describe(view, reader(maja))))).toEqual([]);
  });
});

group('Slack', () => {
  test('a prompt with inputs is a waiting message for all and a form for the asker (design 9)', () => {
    const { blocks, modal } = renderSlack(stated('cancel-nce'));
    const buttons = nodesOf(blocks).filter(({ type }) => type === 'button');
    expect(buttons.map(({ action_id, value }) => [action_id, value])).toEqual([
      ['review', 'OP-7F3K'],
      ['keep', 'OP-7F3K'],
    ]);
    expect(modal).toMatchObject({
      type: 'modal',
      callback_id: 'confirm',
      private_metadata: 'OP-7F3K',
      notify_on_close: true,
      title: { text: 'Cancel subscription' },
      submit: { text: 'Yes, cancel' },
      close: { text: 'Keep subscription' },
    });
    expect(
      nodesOf(modal)
        .filter(({ type }) => type === 'input')
        .map(({ block_id, optional }) => [block_id, optional]),
    ).toEqual([
      ['reason', false],
      ['reasonText', true],
      ['typedCustomer', false],
    ]);
  });

  test('a prompt without inputs is a message with its own buttons', () => {
    const { blocks, modal } = renderSlack(stated('auto-renew-off'));
    expect(modal).toBeNull();
    expect(
      nodesOf(blocks)
        .filter(({ type }) => type === 'button')
        .map(({ action_id }) => action_id),
    ).toEqual(['confirm', 'keep']);
  });

  test('a reason from the sentence is chosen already, the typed check never (F-84)', () => {
    const inputs = nodesOf(renderSlack(stated('pause')).modal).filter(({ type }) => type === 'static_select');
    expect(inputs[0]).toMatchObject({ initial_option: { value: 'non-payment' } });
  });

  test('an approver’s button asks once more; declining opens a form (design 9)', () => {
    const { blocks, modal } = renderSlack(stated('approval'));
    const [approve, decline] = nodesOf(blocks).filter(({ type }) => type === 'button');
    expect(approve).toMatchObject({
      style: 'danger',
      confirm: { confirm: { text: 'Approve cancellation' } },
    });
    expect(decline).toMatchObject({ text: { text: 'Decline request…' } });
    expect(modal).toMatchObject({ callback_id: 'decline', submit: { text: 'Decline request' } });
  });

  test('a long Swedish label has a short form in the modal (design 9)', () => {
    expect(renderSlack(stated('cancel-at-renewal', 'sv')).modal).toMatchObject({
      submit: { text: 'Ja, säg upp' },
      title: { text: 'Säg upp till förnyelsen' },
    });
  });

  test('dates are each reader’s own, with UTC and its day beside (design 3.7)', () => {
    expect(JSON.stringify(renderSlack(stated('expired')).blocks).replaceAll('\u00a0', ' ')).toContain(
      '<!date^1630671300^{date_short} {time}|3 Sep 2021, 14:15 CEST> (3 Sep, 12:15 UTC)',
    );
  });
});

group('limits', () => {
  test('two buttons share a row only up to 36 characters (design 2.7)', () => {
    const rows = rowsOf([
      { title: 'Yes, cancel' },
      { title: 'Keep subscription' },
      { title: 'Show history' },
    ]);
    expect(rows.map((row) => row.length)).toEqual([2, 1]);
    expect(
      rowsOf([{ title: 'Ja, säg upp till förnyelsen' }, { title: 'Behåll prenumerationen' }]),
    ).toHaveLength(2);
  });

  test('what is too long for one section begins another: nothing is lost', () => {
    const lines = Array.from({ length: 90 }, (_, index) => `line ${index} ${'x'.repeat(60)}`);
    const texts = packed(lines, LIMITS.slack.section);
    expect(texts.join('\n')).toBe(lines.join('\n'));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(LIMITS.slack.section);
  });

  test('labels a third longer still fit the chats’ hard limits', () => {
    for (const { view, reader: by } of EXAMPLES) {
      const statement = describe(view, by);
      const longer = {
        ...statement,
        actions: statement.actions.map((each) => ({
          ...each,
          title: `${each.title}${'ä'.repeat(Math.ceil(each.title.length / 3))}`.slice(0, LIMITS.teams.label),
        })),
      };
      expect(teamsProblems(renderTeams(longer, { refreshFor: [] }))).toEqual([]);
      expect(slackProblems(renderSlack(longer))).toEqual([]);
    }
  });
});

group('templates', () => {
  test('a field that the data lacks is a defect and throws', () => {
    expect(() => expand('welcome', 'teams', null, { lang: 'en' })).toThrow(
      /cards\/welcome\/teams\.json: unfilled/,
    );
  });
});

group('text and console', () => {
  test('act, target, amount and deadline stand in the text of a prompt', () => {
    const text = renderText(stated('cancel-nce'));
    for (const word of [
      'Cancel now',
      'Visio Plan 2',
      'Contoso',
      'S-1042',
      'USD 362.00',
      '1 Oct 2021, 02:00 CEST (00:00 UTC)',
    ])
      expect(text).toContain(word);
    expect(text).not.toMatch(/[\u00a0\u2011*]/);
  });

  test.each(EXAMPLES)('$name fits a terminal of sixty columns', ({ view, reader: by }) => {
    const lines = renderConsole(describe(view, by), { colour: false, width: 60 }).split('\n');
    expect(Math.max(...lines.map((line) => [...line.replaceAll('\ufe0f', '')].length))).toBeLessThanOrEqual(
      60,
    );
  });

  test('its buttons are numbered in the order of the numbers', () => {
    const statement = stated('choose');
    const drawn = renderConsole(statement, { colour: false, width: 80 });
    const numbers = numberedActions(statement).map(({ title }, index) => `[${index + 1}] ${title}`);
    expect(numbers.filter((button) => !drawn.includes(button))).toEqual([]);
  });

  test('colours are asked for', () => {
    const sign = String.fromCharCode(27);
    expect(renderConsole(stated('pause'), { colour: true, width: 80 })).toContain(`${sign}[33m`);
    expect(renderConsole(stated('pause'), { colour: false, width: 80 })).not.toContain(sign);
  });

  test('a conversation about one subscription names it', () => {
    const view: View = {
      view: 'ask',
      purpose: 'pause',
      missing: ['reason'],
      candidate: { subscription: snapshotOf(e3, contoso).subscription, customer: contoso },
      actions: [],
    };
    expect(renderText(describe(view, reader(maja)))).toContain('contoso.com · S-1017');
  });
});
