import { parse } from '../../../src/conversation/parse.ts';
import type { Case } from '../case.ts';
import { interleaved, timeEach } from '../measure.ts';
import { rateRow } from '../table.ts';

/** What people write: orders of every verb, readings, politeness, reasons, and what must not be acted on. */
const SENTENCES = [
  'pause contoso e3 for non-payment',
  'cancel contoso visio',
  'resume S-1042',
  'please suspend fabrikam insights because they asked us to',
  'turn off auto-renew for S-1017',
  'enable auto renew on adatum e5',
  'reactivate tailspin project plan 3',
  'could you pause contoso e3 until they have paid? thanks, Erik',
  'show S-1042',
  'list contoso',
  'who am i',
  'help pause',
  'what would happen if I cancelled contoso visio',
  "don't cancel contoso e3, pause it",
  'has anybody cancelled contoso visio?',
  'cancel contoso e3 and fabrikam e5',
  'the invoice for the 14th came back unpaid again, what do we do about it',
  'pausa contoso e3 på grund av utebliven betalning',
  'säg upp fabrikam insights',
  'avbryt contoso visio tack',
  'återuppta S-1042',
  'stäng av automatisk förnyelse för S-1017',
  'visa contoso',
  'kan du vara snäll och säga upp contoso visio vid periodens slut',
];

const REASON = '(?:\\s+(?:for|because|due to|på grund av|för)\\s+(?<reason>.+?))?';
const SUBJECT = `\\s+(?<subject>.+?)${REASON}`;

/** The simplest parser that could do: one anchored pattern a command, both languages in it, tried one after another. */
const FLOOR = [
  `(?:pause|pausa)${SUBJECT}`,
  `(?:resume|återuppta)${SUBJECT}`,
  `(?:suspend|stäng)${SUBJECT}`,
  `(?:reactivate|återaktivera)${SUBJECT}`,
  `(?:cancel|säg upp|avbryt)${SUBJECT}`,
  `(?:turn on|enable|slå på) (?:auto-?\\s?renew|automatisk förnyelse)(?: (?:for|on|för))?${SUBJECT}`,
  `(?:turn off|disable|stäng av) (?:auto-?\\s?renew|automatisk förnyelse)(?: (?:for|on|för))?${SUBJECT}`,
  `(?:show|visa)${SUBJECT}`,
  `(?:list|lista)${SUBJECT}`,
  `(?:find|hitta|sök)${SUBJECT}`,
  `(?:history|historik)${SUBJECT}`,
  `(?:withdraw|dra tillbaka)${SUBJECT}`,
  '(?:who am i|vem är jag)',
  '(?:help|hjälp)(?:\\s+(?<topic>.+))?',
].map((source) => new RegExp(`^\\s*(?:please\\s+)?${source}[.!]?\\s*$`, 'iu'));

export const parseCase: Case = {
  name: 'parse',
  against: 'an anchored regular expression for each command, in turn, over the same 24 sentences',
  async run({ rounds, milliseconds }) {
    const [each] = await interleaved(
      rounds,
      () => [timeEach(milliseconds, (index) => parse(sentence(index), 'en'))],
      () => [timeEach(milliseconds, (index) => firstMatch(sentence(index)))],
    );
    return [rateRow('parse a sentence', each)];
  },
};

function sentence(index: number): string {
  return SENTENCES[index % SENTENCES.length] ?? '';
}

function firstMatch(text: string): object | null {
  for (const pattern of FLOOR) {
    const found = pattern.exec(text);
    if (found) return { ...found.groups };
  }
  return null;
}
