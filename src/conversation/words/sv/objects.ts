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

/** Ord för hur mycket, hur ofta och om, som beordrar eller berättar: inte heller av dem består något namn i en order. */
export const SV_LIMITS = `
  visst, absolut, nog, huruvida, tveksamt, knappast, sällan, tyvärr, dessvärre, lyckligtvis, förr, trots, emot, oklart, osäkert, påstått, vanligen, oftast, sannolikt, troligtvis, definitivt, säkert, frågan,
  nåt, nånting, bättre, sämre,
  angående, gällande, rörande, kring,
  månad, månaden, månader, vecka, veckan, veckor,
  nästan, knappt, delvis, gradvis, förslagsvis, eventuellt, möjligen, troligen, förmodligen, antagligen, egentligen, snart, strax, ofta, alltid, ibland, ännu, fortfarande, hellre, snarare, än,
  på låtsas, låtsas, vid behov, vid tillfälle, vid tvekan, av misstag, i misstag, för säkerhets skull, i väntan på, i väntan, mot deras vilja, mot kundens vilja, som förra gången, som vanligt, som förut, som tidigare, precis som, samma som, likadant som,
  i månaden, per månad, per år, per vecka, i veckan, om året, varje, vardera, var för sig, procent, hälften, halva, tredjedel, fjärdedel, resten, övriga, andra, annan, annat, äldsta, nyaste, fel prenumeration, rätta, någon, något, några, ingen, alla, allihop, båda, bägge,
  klar, klart, klara, färdig, färdigt, gjort, gjord, misslyckades, misslyckas, fungerar, funkar, fungerade, funkade, kostar, kostade, hände, händer, gick, går, kom, kommer, fick, får, gav, tog, gjorde, gör, blivit, ringde, skrev, lovade, påstår, hävdar,
  sätt, ge, låt, ta, lägg, må, torde, lär, vilket, vems, vars, när, medan, tills, innan, såvida, ifall, om, fast, men, utan, eller, dock, ändå, istället, i stället, därmed, alltså, annars, mig, dig, sig, dem, den där andra, själv, själva, min egen, era, ert, er,
  jag har, vi har, de har, påstådd, påstås, tydligen, enligt, uppges, sägs, ryktas, exempel, till exempel, t.ex, t.ex., tex, t ex, dvs, d.v.s, osv, o.s.v, m.m, mm, haha, skoja, skojar, skämt, skämtar, hypotetiskt`;

/** Vardagens saker, som ingen återförsäljares disk säljer eller stoppar. */
export const SV_THINGS = `
  diskussion, diskussionen, diskussioner, debatten, idén, idéer, ryktet, snacket, förhandling, förhandlingen, förhandlingarna,
  pizza, pizzor, kaffe, fika, lunch, luncher, frukost, mat, öl, tårta, tårtor, smörgås, smörgåsar, frukt, mjölk, blommor, taxi, laptop, laptops, dator, datorn, datorer, skrivare, skrivaren, toner, skärm, skärmar, tangentbord,
  hörlurar, stol, stolar, skrivbord, lampa, lampan, lampor, bil, bilen, cykel, flyg, flyget, flygresa, tåg, tåget, hotell, resa, resan, biljett, biljetter, semester, film, filmen, låten, podden, musik, musiken, tv:n, tidning, tidningen,
  gymmet, gymkort, hyra, hyran, lägenhet, lägenheten, elavtal, elavtalet, dörr, dörren, fönster, fönstret, filen, filer, kommentar, kommentaren, samtal, samtalet, spel, spelet, server, servern, router, routern, hunden, barnen, fest, festen, pennor, papper, böcker, bok, muggar`;
