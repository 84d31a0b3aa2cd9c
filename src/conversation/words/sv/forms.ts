/** Verb som inget kommando kallar sitt eget: `order: alla andra former`. */
export const SV_FORMS = `
  slå: slår, slog, slagit
  stäng: stänga, stänger, stängde, stängt
  sätt: sätter, satte
  lägg: lägger, lade, la, lagt
  ta: tar, tog, tagit
  öka: ökar, ökade, ökat
  höj: höjer, höjde, höjt
  minska: minskar, minskade, minskat
  sänk: sänker, sänkte, sänkt
  ändra: ändrar, ändrade, ändrat
  byt: byter, bytte, bytt
  flytta: flyttar, flyttade, flyttat
  nedgradera: nedgraderar, nedgraderade, nedgraderat
  förnya: förnyar, förnyade, förnyat
  förläng: förlänger, förlängde, förlängt
  aktivera: aktiverar, aktiverade, aktiverat
  låt: låter, låtit
  häv: häver, hävde, hävt
  ge: ger, gav, gett, givit
  meddela: meddelar, meddelade, meddelat
  schemalägg: schemalägger, schemalade, schemalagt
  utöka: utökar, utökade, utökat
  dra: drar, drog, dragit
  töm: tömmer, tömde, tömt
`;
