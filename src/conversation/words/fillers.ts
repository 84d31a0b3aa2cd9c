import { phraseSet } from '../phraseSet.ts';

/** In front of an order and no part of it: manners, greetings, "don't forget to" (F-63). */
export const MANNERS = phraseSet(`
  vara snäll, vara så snäll, vara vänlig, vara snäll och, vara så snäll och, vara vänlig och,
  go ahead, go on, be so kind, do me a favor, do me a favour, var snäll, var vänlig, urgent, brådskande, bråttom, it's urgent, this is urgent, it is urgent, det är bråttom, det brådskar,
  please, pls, plz, kindly, just, now, so, well, also, then, and, ok, okay, right, alright, hi,
  hi there, hello, hello there, hey, hey there, hi bot, hey bot, hi team, hi all, hi everyone,
  good morning, good afternoon, good evening, dear bot, actually, yes, yeah, yep, sure, thanks,
  thank you, subdesk, bot, do, go ahead and, go on and, be so kind as to, be so kind and,
  kindly please, for me, quick one, wait, hold on, sorry, vänta, förlåt, don't forget to,
  dont forget to, do not forget to, never forget to, remember to, make sure to, make sure you,
  be sure to, do me a favor and, do me a favour and, time to, it's time to, it is time to,
  if possible, if you can, if you could, when you have a moment, when you can, when you get a chance,
  whenever you can, as soon as possible, snälla, vänligen, bara, nu, så, sen, sedan, också, då, och,
  okej, ja, japp, jo, visst, tack, hej, hejsan, hej där, hallå, tjena, tja, hej på dig, hej alla,
  hej bot, god morgon, god kväll, var snäll och, var vänlig och, var så god och, glöm inte att,
  glöm inte bort att, glöm ej att, kom ihåg att, tänk på att, se till att, dags att, det är dags att,
  om möjligt, om du kan, när du har tid, när du hinner
`);

/** The speaker asks: makes an order of what follows, also with a question mark (F-67). */
export const REQUESTS = phraseSet(`
  can you, could you, would you, will you, can we, could we, can u, could u, can you go ahead and,
  would you mind, do you mind, would you be able to, would you be so kind as to, are you able to,
  is it ok if you, i'd like to, id like to, i would like to, we'd like to, we would like to,
  i'd like you to, i would like you to, i want to, i want you to, we want to, we want you to,
  i wanna, i need to, i need you to, we need to, we need you to, i have to, we have to, i must,
  we must, i wish to, let's, lets, let us, help me, help me to, i was wondering if you could,
  i wonder if you could, any chance you could, i am asking you to, i'm asking you to, you should,
  you can, you need to, you must, may i ask you to, can i ask you to, kan du, kan ni, kan vi,
  kunde du, skulle du kunna, skulle ni kunna, skulle vi kunna, skulle du vilja, vill du,
  hjälp mig att, hjälpa mig att, hjälpa mig, hjälp mig, jag vill, jag vill att du, vi vill,
  vi vill att du, jag skulle vilja, jag skulle vilja att du, vi skulle vilja, jag behöver,
  vi behöver, jag måste, vi måste, låt oss, du kan, du får gärna, du måste, jag önskar, vi önskar,
  får jag be dig att, jag ber dig att, kan jag be dig att
`);

/** After an order and no part of it. */
export const FAREWELLS = phraseSet(`
  when possible, whenever possible, när det går, så snart det går,
  until further notice, tills vidare, for now, för tillfället, urgent, urgently, it's urgent, this is urgent, it is urgent, det är bråttom, det brådskar, brådskande, for the time being,
  please, pls, plz, thanks, thx, ty, thank you, thanks a lot, thank you very much, thank you so much,
  many thanks, thanks in advance, cheers, best, regards, best regards, kind regards, for me, for us,
  will you, would you, could you, can you, if possible, if you can, if you could, asap,
  as soon as possible, instead, ok, okay, then, when you can, when you have a moment,
  when you get a chance, much appreciated, appreciated, bot, tack, tackar, tack så mycket,
  tusen tack, tack på förhand, stort tack, mvh, med vänlig hälsning, hälsningar, vänliga hälsningar,
  snälla, är du snäll, åt mig, åt oss, om möjligt, om du kan, om det går, när du hinner, istället,
  i stället, va, okej, så snart som möjligt, är du bussig
`);

/** A whole sentence of these never confirms anything: only the card does. */
export const ASSENTS = phraseSet(`
  yes, yeah, yep, yup, y, ok, okay, sure, do it, do that, go, go ahead, confirm, confirmed,
  i confirm, confirm it, approve, approved, approve it, agreed, i agree, sounds good, yes please,
  please do, of course, absolutely, proceed, correct, right, that's right, exactly, fine, k,
  just do it, yes do it, lgtm, make it so, ja, japp, jepp, jo, jadå, ja tack, okej, visst, visst ja,
  kör, kör på, kör hårt, gör det, gör så, absolut, bekräfta, bekräftar, jag bekräftar, bekräftat,
  godkänn, godkänd, godkänt, precis, just det, självklart, javisst, det går bra, go for it,
  yes go ahead, ja gör det, ja kör
`);

/** A no in front ("no, pause X") answers something else. */
export const NOES = phraseSet(`no, nope, nah, nej, nä, näe`);
