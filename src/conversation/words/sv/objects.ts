/** Vad en prenumeration aldrig heter: en order om något av detta betyder något annat. */
export const SV_OBJECTS = `
  förnyelse, förnyelsen, förnyelser, autoförnyelse, autoförnyelsen, auto-förnyelse, förlängning, förlängningen, automatisk, automatiska,
  ändring, ändringen, ändringar, ändringarna, schemalagd, schemalagda, avisering, aviseringar, aviseringarna, påminnelse, påminnelser, notis, notiser,
  varukorg, varukorgen, kundvagn, kundvagnen, korgen, begäran, begäranden, ärende, ärendet, godkännande, godkännanden, roll, rollen, rättigheter,
  behörighet, faktura, fakturan, fakturor, fakturering, faktureringen, betalning, betalningen, möte, mötet, paus, pausen, spärr, spärren, uppsägning, uppsägningen, uppgradering,
  uppgraderingen, tillägg, tillägget, tilläggen, beställning, beställningen, order, ordern, köp, köpet, antal, antalet, pris, priset, rabatt, mejl, mejlet, mail,
  meddelande, meddelanden, kort, kortet, kanal, kanalen, konto, kontot, användaren, kollegan, lösenord, meddela, avisera, förnya, löpa, något, någon, någonting, ingenting,
  bindningstid, bindningstiden, inaktiveringen, suspenderingen`;

/** Ord ur samtal, som inget namn i en order består av. */
export const SV_TALK = `
  betalat, betalade, jag, vi, han, hon, är, var, varit, blev, blir, bli, har, hade, ha, vill, ville, bad, ber, sa, sade, säger, behöver, behövde, ska, skall, skulle, borde, kan, kunde,
  måste, varför, hur, vad, vem, vilken, vilka, eftersom, därför, oss, tror, tycker, hoppas, hörde, verkar, kanske, fast, också, ju, väl, gärna, ni, du, honom, henne,
  liksom, typ`;
