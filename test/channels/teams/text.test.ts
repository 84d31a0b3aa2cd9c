import { describe, expect, test } from '@jest/globals';
import { plainSentence } from '../../../src/channels/teams/text.ts';

const BOT = '28:bot';
const own = { id: BOT, text: '<at>Subdesk</at>' };

describe('a sentence out of what the Teams compose box writes', () => {
  test.each([
    ['the bot’s own mention goes', '<at>Subdesk</at> pause contoso e3', 'pause contoso e3'],
    ['wherever it stands, as often as it stands', 'pause <at>Subdesk</at> e3 <at>Subdesk</at>', 'pause e3'],
    ['a person stays, as @Name', '<at>Subdesk</at> grant to <at>Elsa Berg</at>', 'grant to @Elsa Berg'],
    [
      'entities are decoded',
      'cancel Smith &amp; Sons&nbsp;&quot;E3&quot; &#229; &#xe5;',
      'cancel Smith & Sons "E3" å å',
    ],
    ['once only', 'show &amp;lt;b&amp;gt;', 'show &lt;b&gt;'],
    [
      'an unknown entity stays as typed',
      'show a&copyleft;b &#0; &#xFFFFFF;',
      'show a&copyleft;b &#0; &#xFFFFFF;',
    ],
    [
      'markup of the compose box goes',
      '<div><p>pause <strong>contoso</strong> e3</p></div>',
      'pause contoso e3',
    ],
    [
      'lines stay lines',
      'pause contoso e3<br>cancel fabrikam visio<br />',
      'pause contoso e3\ncancel fabrikam visio',
    ],
    ['what only looks like markup stays', 'set seats < 5 and > 3 <script>', 'set seats < 5 and > 3 <script>'],
    [
      'a pasted quotation is marked as one',
      '<blockquote>cancel contoso e3</blockquote>why?',
      '> cancel contoso e3\nwhy?',
    ],
    ['no-break spaces are spaces', 'pause\u00a0\u00a0contoso\te3 ', 'pause contoso e3'],
    ['nothing but the mention is nothing', ' <at>Subdesk</at>&nbsp;', ''],
  ])('%s', (_rule, text, sentence) => {
    expect(plainSentence(text, [own], BOT)).toBe(sentence);
  });

  test('a namesake of the bot is not the bot', () => {
    const namesake = { id: '29:someone', text: '<at>Subdesk</at>' };
    expect(plainSentence('<at>Subdesk</at> left', [namesake], BOT)).toBe('@Subdesk left');
  });

  test('a sentence is cut before it becomes a burden', () => {
    expect(plainSentence('a'.repeat(100_000), [], BOT)).toHaveLength(4_000);
  });

  test('text made to stall a pattern takes no time', () => {
    const began = performance.now();
    for (const text of [
      '<'.repeat(100_000),
      '<at>'.repeat(25_000),
      '<blockquote>'.repeat(9_000),
      '&#'.repeat(50_000),
    ]) {
      plainSentence(text, [own], BOT);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
