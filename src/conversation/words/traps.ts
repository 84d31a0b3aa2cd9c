import { phraseSet } from '../phraseSet.ts';

/** Turns an order round; every word that ends in n't does too. */
const NEGATORS: ReadonlySet<string> = new Set([
  ...['wait', 'nevermind', 'vanta'],
  ...[
    'not',
    'dont',
    'doesnt',
    'didnt',
    'never',
    'no',
    'nobody',
    'none',
    'nothing',
    'neither',
    'nor',
    'cannot',
    'cant',
    'wont',
    'shouldnt',
    'mustnt',
    'without',
    'wouldnt',
    'avoid',
    'refrain',
    'stop',
    'prevent',
    'nope',
  ],
  ...[
    'inte',
    'ej',
    'aldrig',
    'icke',
    'ingen',
    'inget',
    'inga',
    'varken',
    'utan',
    'undvik',
    'sluta',
    'avsta',
    'nej',
    'slipp',
    'ogilla',
  ],
]);

export function negates(key: string): boolean {
  return NEGATORS.has(key) || key.endsWith("n't");
}

export const CONDITIONS = phraseSet(`
  if, unless, when, whenever, once, suppose, supposing, assuming, provided, in case, whether,
  as soon as, until, till, after, before, while, otherwise, else, om, ifall, när, såvida, förutsatt,
  därest, tills, så fort, så snart, innan, efter, medan, annars, i fall, när som helst
`);

export const MODALS = phraseSet(`
  might, maybe, perhaps, possibly, would, should, could, thinking, considering, planning, plan to,
  had we, imagine, wondering, probably, hypothetically, may, think we, i guess, kanske, skulle,
  borde, bör, överväger, funderar, planerar, möjligen, eventuellt, tänk om, antag, anta, undrar, nog
`);

export const QUESTIONS = phraseSet(`
  check if, check whether, see if, kolla om, kontrollera om, se om, tell me, let me know, berätta, säg mig, verify,
  is, are, was, were, did, does, has, have, had, can i, could i, may i, may we, should i, should we,
  shall i, shall we, will it, would it, must i, do i, do we, do they, does it, am i, can, could,
  should, shall, will, would, may, what, what's, when, why, who, how, which, where, whose,
  tell me if, tell me whether, do you know, i wonder, i'm wondering, i was wondering, any idea,
  is it possible, was it, have you, have we, did you, have they, är, var, har, hade, blev, blir,
  kan jag, kan man, får jag, får man, får vi, ska jag, ska vi, ska man, bör jag, bör vi, borde vi,
  borde jag, går det, gick det, måste jag, kan, ska, får, finns, gör, gjorde, skulle det, vad, när,
  varför, vem, hur, vilken, vilka, vilket, vart, undrar om, jag undrar, vet du
`);

/** Somebody else wants it, says it, does it. */
export const REPORTS = phraseSet(`
  wants, want, wanted, asks, asked, says, said, told, tells, thinks, requests, requested, demands,
  demanded, wishes, wished, needs, insists, would like, they'd like, wrote, writes, is asking,
  are asking, is going to, are going to, plans to, decided to, begged, suggested, suggests,
  is about to, tried to, will, has to, going to, vill, ville, bad, ber, säger, sa, sade, önskar,
  önskade, begär, begärde, kräver, krävde, tycker, tänker, tror, skriver, skrev, föreslår, behöver,
  ska, kommer att, har bett, har begärt, försökte, tänkte
`);

/** Words that say that what follows are somebody else's: a pasted mail or ticket. */
export const QUOTING: ReadonlySet<string> = new Set([
  ...[
    'wrote',
    'writes',
    'said',
    'says',
    'quote',
    'quoted',
    'subject',
    'mail',
    'email',
    'e-mail',
    'ticket',
    'message',
    'customer',
    'fwd',
    'fw',
    'note',
    'text',
    'comment',
    'client',
    'asked',
    'asks',
    'them',
    'from',
    'mailed',
  ],
  ...[
    'skrev',
    'skriver',
    'sa',
    'sade',
    'sager',
    'citat',
    'amne',
    'mejl',
    'mejlet',
    'arende',
    'arendet',
    'meddelande',
    'kunden',
    'kund',
    'vb',
    'kommentar',
    'fragar',
    'fragade',
    'fran',
    'mailade',
    'mejlade',
  ],
]);

/** Lines as a pasted mail has them. */
export const PASTED =
  /(?:^|\n)[ \t]*(?:>|(?:from|to|sent|subject|fwd|fw|re|från|till|skickat|ämne|vb|sv):)/iu;
