import type { Reason } from '../../domain/subscription/command.ts';
import { type PhraseSet, phraseSet } from '../phraseSet.ts';

/** What begins a reason wherever it stands. */
export const REASON_MARKERS = phraseSet(`
  because of, because, cause, cuz, coz, since, due to, owing to, on account of, reason, reason is,
  with reason, the reason is, the reason being, with the reason, on the grounds of, given that,
  eftersom, därför att, på grund av, pga, p.g.a, på grund av att, för att, orsak, orsaken är,
  orsak är, anledning, anledningen är, med anledning av, skäl, med orsak, med anledningen,
  till följd av, skälet är
`);

/** Begins a reason only before a known one: "for non-payment", but "for contoso". */
export const REASON_PREPOSITIONS = phraseSet(`
  for, as, on, at, by, per, after, from, upon, för, på, av, vid, enligt, efter, då, med, som
`);

/** Leads from the reason to the order: "they haven't paid so pause X". */
export const THEREFORE: ReadonlySet<string> = new Set([
  ',',
  ';',
  '.',
  ':',
  '-',
  '!',
  '\n',
  'so',
  'therefore',
  'hence',
  'sa',
  'darfor',
  'then',
  'alltsa',
]);

const NON_PAYMENT = phraseSet(`
  behind on payments, behind on payment, behind with payments, behind on their payments, behind with their payments, ligger efter med betalningen, ligger efter med betalningarna, ligger efter med betalningar, payment is missing, no payments,
  non-payment, nonpayment, non payment, not paid, unpaid, haven't paid, hasn't paid, havent paid,
  hasnt paid, have not paid, has not paid, didn't pay, did not pay, don't pay, doesn't pay,
  does not pay, do not pay, not paying, aren't paying, isn't paying, won't pay, can't pay,
  stopped paying, never paid, late payment, missed payment, missing payment, overdue, past due,
  dunning, failed payment, payment failed, outstanding invoice, outstanding invoices, no payment,
  lack of payment, late payments, utebliven betalning, uteblivna betalningar, inte betalat,
  ej betalat, inte betalt, ej betalt, obetald, obetalda, obetalt, betalar inte, betalar ej,
  betalade inte, aldrig betalat, slutat betala, sen betalning, försenad betalning, förfallen faktura,
  förfallna fakturor, betalningen uteblev, ingen betalning, bristande betalning, icke-betalning,
  inte betala, betalning saknas
`);

const FRAUD = phraseSet(`
  fraud, fraudulent, suspected fraud, scam, stolen card, stolen credit card, bedrägeri,
  misstänkt bedrägeri, bedrägligt, bluff, stulet kort, stulet kontokort, bedrägerimisstanke,
  bedrägerier
`);

const CUSTOMER_REQUEST = phraseSet(`
  behalf of the customer, behalf of customer, kundens räkning, kundens vägnar,
  customer request, customer-request, customer's request, customers request, request of the customer,
  request from the customer, request by the customer, the request of customer, requested by customer,
  requested by the customer, customer requested, customer requests, customer asked, customer asks,
  customer wants, customer wanted, customer has asked, customer has requested, customer no longer,
  customer doesn't want, customer doesn't need, customer wishes, their request, they asked,
  they want, they requested, client request, client's request, client asked, client wants,
  they no longer, they don't want, they don't need, kundens begäran, kundens önskemål, kundbegäran,
  begäran av kund, begäran från kund, begäran av kunden, begäran från kunden, kunden vill,
  kunden ville, kunden bad, kunden ber, kunden har begärt, kunden begärde, kunden begär,
  kunden önskar, kunden har bett, deras begäran, de vill, de bad, kundönskemål, kunden behöver inte,
  kunden har önskat, de har begärt, de begärde, de önskar
`);

export const KNOWN_REASONS: readonly {
  readonly reason: Exclude<Reason, 'other'>;
  readonly said: PhraseSet;
}[] = [
  { reason: 'non-payment', said: NON_PAYMENT },
  { reason: 'fraud', said: FRAUD },
  { reason: 'customer-request', said: CUSTOMER_REQUEST },
];

export const OTHER_REASON = phraseSet(`
  other, other reason, another reason, annat, annan orsak, annan anledning, övrigt
`);

/** Why something is put right again: no reason of G-2, and no order either. */
export const SETTLED = phraseSet(`
  have paid, has paid, they paid, they've paid, paid now, paid up, payment received, payment has arrived, payment arrived, invoice is paid, invoices are paid,
  har betalat, har nu betalat, de betalade, betalningen har kommit, betalningen kom, fakturan är betald, fakturorna är betalda
`);
