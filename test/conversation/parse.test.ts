import { describe, expect, test } from '@jest/globals';
import { isAssent } from '../../src/conversation/assent.ts';
import { parse } from '../../src/conversation/parse.ts';

/** `text → intent | subject | slots`: what a sentence means. */
const UNDERSTOOD: readonly (readonly [string, string, string | undefined, object?])[] = [
  ['pause subscription Contoso E3', 'pause', 'Contoso E3'],
  ['pause contoso e3 for non-payment', 'pause', 'contoso e3', { reason: 'non-payment' }],
  ['PAUSE CONTOSO E3!!!', 'pause', 'CONTOSO E3'],
  ['put contoso e3 on hold please', 'pause', 'contoso e3'],
  ['would you mind pausing contoso e3?', 'pause', 'contoso e3'],
  ['pausa prenumerationen Contoso E3', 'pause', 'Contoso E3'],
  ['pausa E3 för kund Contoso tack', 'pause', 'E3 Contoso'],
  [
    'hej! kan du pausa contoso e3? de har inte betalat. tack!',
    'pause',
    'contoso e3',
    { reason: 'non-payment' },
  ],
  ["they haven't paid so pause contoso e3", 'pause', 'contoso e3', { reason: 'non-payment' }],
  ["they haven't paid, so please pause contoso e3", 'pause', 'contoso e3', { reason: 'non-payment' }],
  ["because they haven't paid, pause contoso e3", 'pause', 'contoso e3', { reason: 'non-payment' }],
  ["pause contoso e3 because they haven't paid", 'pause', 'contoso e3', { reason: 'non-payment' }],
  ['pause contoso e3 - non-payment', 'pause', 'contoso e3', { reason: 'non-payment' }],
  ['pause contoso e3 (unpaid invoices)', 'pause', 'contoso e3', { reason: 'non-payment' }],
  ['de har inte betalat så pausa contoso e3', 'pause', 'contoso e3', { reason: 'non-payment' }],
  ["don't forget to pause contoso e3", 'pause', 'contoso e3'],
  ['glöm inte att pausa contoso e3', 'pause', 'contoso e3'],
  ['pause "contoso e3"', 'pause', 'contoso e3'],
  ['pause “Contoso E3”', 'pause', 'Contoso E3'],
  ["pause 'contoso e3'", 'pause', 'contoso e3'],
  ['pause Contoso, Ltd. E3', 'pause', 'Contoso Ltd E3'],
  ['pause A. Datum & Söner E3', 'pause', 'A. Datum & Söner E3'],
  ['pause Best For You Organics E3', 'pause', 'Best For You Organics E3'],
  ['pause Litwares E5', 'pause', 'Litwares E5'],
  ["pause Contoso's E3", 'pause', "Contoso's E3"],
  ['pause contoso e3 instead of cancelling it', 'pause', 'contoso e3'],
  ['pause it', 'pause', 'it'],
  ['pausa den', 'pause', 'den'],
  ['pause', 'pause', undefined],
  ['pause S-1042 now', 'pause', 'S-1042', { timing: 'now' }],
  ['@subdesk pause contoso e3', 'pause', 'contoso e3'],
  ['<at>Subdesk</at> pause contoso e3', 'pause', 'contoso e3'],
  ['/sub pause contoso e3', 'pause', 'contoso e3'],
  ['🙏 pause contoso e3 🙏', 'pause', 'contoso e3'],
  ['pause\u00a0contoso\u200b e3', 'pause', 'contoso e3'],
  ['Hi Maja, can you pause contoso e3? Thanks, Erik', 'pause', 'contoso e3'],
  ['pause contoso e3\n\nThanks\nErik', 'pause', 'contoso e3'],
  ['ok so please pause contoso e3 now, thanks a lot', 'pause', 'contoso e3', { timing: 'now' }],
  ['no, pause contoso e3', 'pause', 'contoso e3'],
  [
    'please could you pause the subscription Contoso E3 because of an internal audit, thanks',
    'pause',
    'Contoso E3',
    { reason: 'other', reasonText: 'an internal audit' },
  ],
  [
    'pause contoso e3 because "please cancel my account"',
    'pause',
    'contoso e3',
    { reason: 'other', reasonText: 'please cancel my account' },
  ],
  ['resume contoso e3', 'resume', 'contoso e3'],
  ['resume the paused contoso e3', 'resume', 'contoso e3'],
  ['take contoso e3 off hold', 'resume', 'contoso e3'],
  ['återuppta contoso e3', 'resume', 'contoso e3'],
  ['ateruppta contoso e3', 'resume', 'contoso e3'],
  ['häv pausen för contoso e3', 'resume', 'contoso e3'],
  ['suspend fabrikam office 365 e1 because fraud', 'suspend', 'fabrikam office 365 e1', { reason: 'fraud' }],
  [
    'suspend fabrikam e1 reason other: moving to a competitor',
    'suspend',
    'fabrikam e1',
    { reason: 'other', reasonText: 'moving to a competitor' },
  ],
  ['inaktivera fabrikam e1 på grund av bedrägeri', 'suspend', 'fabrikam e1', { reason: 'fraud' }],
  ['reactivate fabrikam office 365 e1', 'reactivate', 'fabrikam office 365 e1'],
  ['återaktivera fabrikam e1', 'reactivate', 'fabrikam e1'],
  ['cancel fabrikam power bi', 'cancel', 'fabrikam power bi'],
  ['cancel S-1042 reason customer request', 'cancel', 'S-1042', { reason: 'customer-request' }],
  ['cancel contoso e3, customer wants it', 'cancel', 'contoso e3', { reason: 'customer-request' }],
  ['can you cancel contoso e3?', 'cancel', 'contoso e3'],
  ['could we cancel contoso e3?', 'cancel', 'contoso e3'],
  ['I want to cancel contoso e3', 'cancel', 'contoso e3'],
  ["I'd like to cancel the subscription contoso e3", 'cancel', 'contoso e3'],
  ['help me cancel contoso e3', 'cancel', 'contoso e3'],
  ['cancel contoso e3 at renewal', 'cancel', 'contoso e3', { timing: 'term-end' }],
  ['at renewal cancel contoso e3', 'cancel', 'contoso e3', { timing: 'term-end' }],
  ['cancel contoso e3 at the end of the term', 'cancel', 'contoso e3', { timing: 'term-end' }],
  ['avbryt Fabrikam Visio', 'cancel', 'Fabrikam Visio'],
  ['säg upp contoso e3 vid förnyelsen', 'cancel', 'contoso e3', { timing: 'term-end' }],
  ['säg upp den', 'cancel', 'den'],
  ['jag vill säga upp contoso e3', 'cancel', 'contoso e3'],
  ['kan du säga upp contoso e3?', 'cancel', 'contoso e3'],
  ['avbryt contoso e3 på kundens begäran', 'cancel', 'contoso e3', { reason: 'customer-request' }],
  ['terminate contoso visio', 'cancel', 'contoso visio'],
  ['cancel', 'cancel', undefined],
  ['turn off auto-renew for contoso e3', 'auto-renew', 'contoso e3', { enabled: false }],
  ['turn contoso e3 auto-renew off', 'auto-renew', 'contoso e3', { enabled: false }],
  ['auto-renew on S-1042', 'auto-renew', 'S-1042', { enabled: true }],
  ['auto renew off S-1042', 'auto-renew', 'S-1042', { enabled: false }],
  ['please turn the automatic renewal back on for contoso e3', 'auto-renew', 'contoso e3', { enabled: true }],
  ["don't renew contoso e3", 'auto-renew', 'contoso e3', { enabled: false }],
  ['do not renew contoso e3', 'auto-renew', 'contoso e3', { enabled: false }],
  ['stop renewing contoso e3', 'auto-renew', 'contoso e3', { enabled: false }],
  ['let contoso e3 expire', 'auto-renew', 'contoso e3', { enabled: false }],
  ['låt contoso e3 löpa ut', 'auto-renew', 'contoso e3', { enabled: false }],
  ['förnya inte contoso e3', 'auto-renew', 'contoso e3', { enabled: false }],
  ['slå av automatisk förnyelse för contoso e3', 'auto-renew', 'contoso e3', { enabled: false }],
  ['slå på förnyelsen för contoso e3', 'auto-renew', 'contoso e3', { enabled: true }],
  // F-67: a question of fact is answered by the reading that answers it.
  ['when does contoso e3 renew?', 'show', 'contoso e3'],
  ['why was contoso e3 cancelled?', 'history', 'contoso e3'],
  ['is contoso e3 paused?', 'show', 'contoso e3'],
  ['är contoso e3 pausad?', 'show', 'contoso e3'],
  ['stop contoso e3', 'cancel', 'contoso e3'],
  // One slip of the pen.
  ['pasue contoso e3', 'pause', 'contoso e3'],
  ['find contoso', 'find', 'contoso'],
  ['list contoso', 'list', 'contoso'],
  ['show S-1042', 'show', 'S-1042'],
  ['can you show me contoso e3?', 'show', 'contoso e3'],
  ['history S-1042', 'history', 'S-1042'],
  ["what's renewing this month", 'renewals', undefined],
  ['what’s renewing this month?', 'renewals', undefined],
  ['preview cancel contoso visio', 'preview', 'contoso visio', { verb: 'cancel' }],
  ['what happens if I cancel contoso visio?', 'preview', 'contoso visio', { verb: 'cancel' }],
  ['vad händer om jag säger upp contoso visio?', 'preview', 'contoso visio', { verb: 'cancel' }],
  [
    'what happens if I cancel contoso visio at renewal?',
    'preview',
    'contoso visio',
    { verb: 'cancel', timing: 'term-end' },
  ],
  ['help', 'help', undefined],
  ['help cancel', 'help', 'cancel'],
  ['what can you do?', 'help', undefined],
  ['hjälp', 'help', undefined],
  ['can you help me?', 'help', undefined],
  ['who am I?', 'whoami', undefined],
  ['my requests', 'my-requests', undefined],
  ['approvals', 'approvals', undefined],
  ['withdraw OP-7F3K', 'withdraw', 'OP-7F3K'],
  ['avbryt OP-7F3K', 'withdraw', 'OP-7F3K'],
  ['status OP-7F3K', 'operation-status', 'OP-7F3K'],
  ['show OP-7F3K', 'operation-status', 'OP-7F3K'],
  [
    "Can you put Fabrikam's Visio on pause? They're behind on payments.",
    'pause',
    "Fabrikam's Visio",
    { reason: 'non-payment' },
  ],
  ['Please go ahead and cancel the Power BI subscription for Fabrikam', 'cancel', 'Power BI for Fabrikam'],
  ['cancel contoso e3 (S-1017)', 'cancel', 'contoso e3 S-1017'],
  ["pause contoso e3. It's urgent.", 'pause', 'contoso e3'],
  ['pause contoso e3 until further notice', 'pause', 'contoso e3'],
  ['när perioden tar slut, säg upp contoso e3', 'cancel', 'contoso e3', { timing: 'term-end' }],
  ['auto-renew contoso e3 off', 'auto-renew', 'contoso e3', { enabled: false }],
  ['what would happen if we paused contoso e3?', 'preview', 'contoso e3', { verb: 'pause' }],
  ['renewals for contoso next month', 'renewals', 'contoso'],
  ['Kan du vara snäll och avbryta Fabrikams Visio?', 'cancel', 'Fabrikams Visio'],
  ['resume contoso e3, they have paid', 'resume', 'contoso e3'],
  ['remove auto-renew from S-1042', 'auto-renew', 'S-1042', { enabled: false }],
  ['buy now', 'checkout', undefined],
  // Told apart, so that none of them is taken for something else.
  ['cancel 5 seats of contoso e3', 'set-quantity', 'contoso e3', { delta: -5 }],
  ['säg upp fem licenser av contoso e3', 'set-quantity', 'contoso e3', { delta: -5 }],
  ['remove 3 licences from contoso e3', 'set-quantity', 'contoso e3', { delta: -3 }],
  ['add 5 seats to contoso e3', 'set-quantity', 'contoso e3', { delta: 5 }],
  ['set contoso e3 to 25 seats', 'set-quantity', 'contoso e3', { quantity: 25 }],
  ['at renewal set contoso e3 to 20 seats', 'schedule-change', 'contoso e3', { quantity: 20 }],
  ['upgrade contoso e3 to e5', 'upgrade', 'contoso e3', { sku: 'e5' }],
  ['buy 10 e3 for contoso', 'buy', 'contoso', { quantity: 10, product: 'e3' }],
  [
    'add 10 audio conferencing to contoso e3',
    'buy-add-on',
    'contoso e3',
    { quantity: 10, product: 'audio conferencing' },
  ],
  ['drop the cart', 'drop-cart', undefined],
];

/** What must never act, and why. */
const TRAPS: readonly (readonly [string, string])[] = [
  ["don't cancel contoso e3", 'negation'],
  ['do not cancel contoso e3', 'negation'],
  ['please DO NOT pause contoso e3', 'negation'],
  ['never pause contoso e3', 'negation'],
  ['nobody should pause contoso e3', 'negation'],
  ["I don't want to cancel contoso e3", 'negation'],
  ['avbryt inte contoso e3', 'negation'],
  ['säg inte upp contoso e3', 'negation'],
  ['pausa absolut inte contoso e3', 'negation'],
  ['jag vill inte säga upp contoso e3', 'negation'],
  ["don't pause it, cancel it", 'negation'],
  ["don't pause contoso e3, cancel it", 'negation'],
  ['pause contoso e3, not fabrikam', 'negation'],
  ["don't turn off auto-renew for contoso e3", 'negation'],
  ['slå inte av automatisk förnyelse för contoso e3', 'negation'],
  ["don't let contoso e3 expire", 'negation'],
  ['pause contoso e3, at renewal', 'unsupported-date'],
  ['cancel contoso e3 but keep visio', 'several'],
  ['cancel 5', 'ambiguous-quantity'],
  ['Contoso wants E3 cancelled', 'third-party'],
  ['pause contoso e3, here is a joke about cats', 'unknown'],
  ['cancel contoso e3. No, wait.', 'negation'],
  ["cancel contoso e3. Don't do it yet.", 'negation'],
  ['cancel contoso e3... just kidding', 'unknown'],
  ['cancel contoso e3, right?', 'question'],
  ['can you check if contoso e3 is paused', 'question'],
  ['can I cancel contoso e3?', 'question'],
  ['cancel contoso e3?', 'question'],
  ['should we cancel contoso e3?', 'question'],
  ['is it possible to cancel contoso e3?', 'question'],
  ['did you pause contoso e3?', 'question'],
  ['when can I cancel contoso e3', 'question'],
  ['kan jag säga upp contoso e3?', 'question'],
  ['går det att säga upp contoso e3?', 'question'],
  ['pause S-1042 and S-1043', 'several'],
  ['pause S-1042, S-1043', 'several'],
  ['pause S-1042 S-1043', 'several'],
  ['cancel contoso e3 and fabrikam e5', 'several'],
  ['pause contoso e3 and resume fabrikam e5', 'several'],
  ['pause contoso e3 then cancel fabrikam e5', 'several'],
  ['pause contoso e3\nresume fabrikam e5', 'several'],
  ['pause both contoso subscriptions', 'several'],
  ["cancel all of Contoso's subscriptions", 'several'],
  ['säg upp allt hos contoso', 'several'],
  ['pausa contoso e3 och fabrikam e5', 'several'],
  ['cancel no wait pause it', 'several'],
  ['cancel contoso e3, actually pause it', 'several'],
  ['cancel contoso e3 because they asked us to cancel and pause fabrikam', 'several'],
  ['show contoso e3 and cancel it', 'several'],
  ['"cancel contoso e3"', 'quotation'],
  ['“pausa contoso e3”', 'quotation'],
  ['customer wrote: cancel contoso e3', 'quotation'],
  ['the ticket says "cancel contoso e3"', 'quotation'],
  ['> cancel contoso e3', 'quotation'],
  ['From: bob@contoso.com\nSubject: hi\ncancel contoso e3', 'quotation'],
  ['Från: bob@contoso.com\navbryt contoso e3', 'quotation'],
  ['I paused contoso e3 yesterday', 'past'],
  ['we cancelled contoso e3', 'past'],
  ['contoso e3 was paused', 'past'],
  ['vi sa upp contoso e3', 'past'],
  ['jag har pausat contoso e3', 'past'],
  ["if they don't pay, cancel contoso e3", 'hypothetical'],
  ["cancel contoso e3 if they don't pay", 'hypothetical'],
  ['pause contoso e3 unless they pay', 'hypothetical'],
  ['maybe pause contoso e3', 'hypothetical'],
  ['we should cancel contoso e3', 'hypothetical'],
  ['om de inte betalar, säg upp contoso e3', 'hypothetical'],
  ['vi borde pausa contoso e3', 'hypothetical'],
  ['customer wants to cancel contoso e3', 'third-party'],
  ['Anna asked to pause contoso e3', 'third-party'],
  ['kunden vill säga upp contoso e3', 'third-party'],
  ['pause contoso e3 from Monday', 'unsupported-date'],
  ['pause contoso e3 tomorrow', 'unsupported-date'],
  ['cancel contoso e3 on 31 December', 'unsupported-date'],
  ['cancel contoso e3 2026-12-31', 'unsupported-date'],
  ['pause contoso e3 for two weeks', 'unsupported-date'],
  ['pause contoso e3 at renewal', 'unsupported-date'],
  ['säg upp contoso e3 per den 31 december', 'unsupported-date'],
  ['pausa contoso e3 i två veckor', 'unsupported-date'],
  ['pausa contoso e3 på måndag', 'unsupported-date'],
  ['cancel 5 contoso e3', 'ambiguous-quantity'],
  ['pause half of contoso e3', 'ambiguous-quantity'],
  ['cancel that', 'incomplete'],
  ['cancel it', 'incomplete'],
  ['avbryt det där', 'incomplete'],
  ['yes', 'unknown'],
  ['ok', 'unknown'],
  ['do it', 'unknown'],
  ['yes, cancel', 'unknown'],
  ['ja, säg upp', 'unknown'],
  ['kör', 'unknown'],
  ['stäng av contoso e3', 'unknown'],
  ['pzuze contoso e3', 'unknown'],
  ['contoso e3', 'unknown'],
  ['', 'unknown'],
  ['🙂', 'unknown'],
  [`pause ${'a '.repeat(2500)}`, 'unknown'],
];

describe('what a sentence means', () => {
  test.each(UNDERSTOOD)('%s → %s', (text, intent, subject, slots = {}) => {
    expect(parse(text)).toEqual({ text, intent, ...(subject !== undefined && { subject }), slots });
  });
});

describe('what must not act, and says why (F-61 to F-73)', () => {
  test.each(TRAPS)('%s → %s', (text, because) => {
    expect(parse(text)).toMatchObject({ intent: null, because });
  });
});

describe('suggestions', () => {
  test('of a sentence that was held back work as typed', () => {
    for (const [text] of TRAPS.filter(([text]) => !/pause it|cancel it/.test(text))) {
      const parsed = parse(text);
      if (parsed.intent !== null) throw new Error(text);
      expect(parsed.suggestions.length).toBeGreaterThan(0);
      for (const suggestion of parsed.suggestions)
        expect({ suggestion, ...parse(suggestion) }).not.toMatchObject({ intent: null });
    }
  });

  test('F-63: the positive half of a negation', () => {
    expect(parse("don't pause contoso e3, cancel it")).toMatchObject({ suggestions: ['cancel contoso e3'] });
  });

  test('F-62: the prompt and the subscription', () => {
    expect(parse('cancel that')).toMatchObject({ suggestions: ['withdraw OP-7F3K', 'cancel S-1042'] });
  });

  test('are in the language of the locale, else of the sentence', () => {
    expect(parse('pauzze contoso e3', 'en')).toMatchObject({ suggestions: ['pause contoso e3'] });
    expect(parse('säg upp S-1 och S-2', 'en')).toMatchObject({ suggestions: ['cancel S-1', 'cancel S-2'] });
    expect(parse('säg upp S-1 och S-2')).toMatchObject({ suggestions: ['säg upp S-1', 'säg upp S-2'] });
  });
});

test.each([
  'yes',
  'Yes!',
  'ok do it',
  'ja',
  'kör',
  'ja tack',
  'yes, cancel',
  'Ja, säg upp',
  'go ahead',
  'confirm',
  'confirm OP-7F3K',
])('%s confirms nothing', (text) => {
  expect(isAssent(text)).toBe(true);
});

test.each(['please pause contoso e3', 'yes pause contoso e3', 'pause', 'help', 'no'])(
  '%s is no bare yes',
  (text) => {
    expect(isAssent(text)).toBe(false);
  },
);
