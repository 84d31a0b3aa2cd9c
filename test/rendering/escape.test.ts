import { expect, describe as group, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { teamsMarkdown, visible } from '../../src/rendering/escape.ts';
import { renderSlack } from '../../src/rendering/slack.ts';
import { renderTeams } from '../../src/rendering/teams.ts';
import { renderText } from '../../src/rendering/text.ts';
import { describe } from '../../src/views/describe.ts';
import type { View } from '../../src/views/view.ts';
import { nodesOf, slackProblems, teamsProblems } from '../support/cardChecks.ts';
import {
  contoso,
  e3,
  maja,
  operation,
  PEOPLE,
  prompts,
  REASON,
  reader,
  snapshotOf,
  TYPED,
} from '../support/exampleDesk.ts';

/** Names that would like to be more than names. */
const CORPUS = [
  '*bold* _italic_ ~struck~ `code`',
  '<b onclick="x()">Fabrikam</b>',
  '<script>alert(1)</script>',
  '${$root.on} ${1+1}',
  '<@U0MAJA> <!channel> <!here> <#C01>',
  '<at>Everyone</at>',
  '[click](http://evil.example)',
  '![image](http://evil.example/x.png)',
  'http://evil.example/pay',
  '<http://evil.example|Contoso>',
  '{{DATE(2021-09-03T12:00:00Z, SHORT)}}',
  'Contoso\u202Eosotnoc\u2066\u0007',
  '# heading\n- list\n1. one',
  '&lt;b&gt; & &amp;',
  ':skull: | a | b |',
  '\\*not bold\\*',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(40),
];

const everything = new MarkdownIt({ html: true, linkify: true });

function promptFor(name: string): View {
  const customer = { ...contoso, name, domain: name };
  const snapshot = snapshotOf({ ...e3, offerName: name }, customer);
  const asked = operation({
    reference: 'OP-7F3K',
    snapshot,
    command: { type: 'pause', reason: 'other', reasonText: name },
    tier: 4,
  });
  return {
    view: 'confirm',
    command: 'pause',
    operation: asked,
    people: { ...PEOPLE, [maja.id]: { ...maja, name } },
    approvers: [],
    actions: prompts([REASON, TYPED], 'suspend'),
  };
}

group('text from outside is data', () => {
  test.each(CORPUS)('in a Teams text %j is no link, no picture, no tag, no emphasis', (name) => {
    const html = everything.render(teamsMarkdown(name.replaceAll('\n', ' ')));
    expect(html).not.toMatch(/<(?!\/?p>|br)/);
  });

  test.each(CORPUS)('a Teams card with %j keeps to the limits and says it', (name) => {
    const card = renderTeams(describe(promptFor(name), reader(maja)), { refreshFor: [] });
    expect(teamsProblems(card)).toEqual([]);
    const drawn = nodesOf(card)
      .filter(({ type }) => type === 'TextBlock')
      .map(({ text }) => everything.render(String(text)));
    expect(drawn.join('\n')).not.toMatch(/<(a|img|script|b|at|h1|ul|ol)\b/);
  });

  test.each(CORPUS)('a Slack card with %j mentions and links nobody', (name) => {
    const card = renderSlack(describe(promptFor(name), reader(maja)));
    expect(slackProblems(card)).toEqual([]);
    const texts = nodesOf([card.blocks, card.modal])
      .filter(({ type }) => type === 'mrkdwn')
      .map(({ text }) => String(text));
    const signs = texts.join('\n').match(/<[^>]*>/g) ?? [];
    expect(signs.filter((sign) => !sign.startsWith('<!date^'))).toEqual([]);
    expect(
      nodesOf([card.blocks, card.modal]).filter(
        ({ type, verbatim }) => type === 'mrkdwn' && verbatim !== true,
      ),
    ).toEqual([]);
  });

  test('plain text shows what cannot be seen as its code (F-95)', () => {
    expect(visible('a\u202Eb\u0007c\nd')).toBe('a\\u202Eb\\u0007c\\u000Ad');
    expect(renderText(describe(promptFor('Contoso\u202E*x*'), reader(maja)))).toContain('Contoso\\u202E*x*');
  });

  test('a mention is written only for a person whom the chat knows', () => {
    const { view, ...rest } = {
      view: promptFor('Contoso'),
      mention: (id: string) => (id === maja.id ? 'U0MAJA' : null),
    };
    expect(JSON.stringify(renderSlack(describe(view, reader(maja)), rest))).toContain('<@U0MAJA>');
    expect(
      JSON.stringify(renderSlack(describe(view, reader(maja)), { mention: () => '!channel' })),
    ).not.toContain('<!channel>');
  });
});
