const CALLED: Readonly<Record<string, readonly string[]>> = {
  bp: ['business', 'premium'],
  bb: ['business', 'basic'],
  bs: ['business', 'standard'],
  bc: ['business', 'central'],
  ms: ['microsoft'],
  ms365: ['microsoft', '365'],
  m365: ['microsoft', '365'],
  o365: ['office', '365'],
  d365: ['dynamics', '365'],
  w365: ['windows', '365'],
  pbi: ['power', 'bi'],
  ppu: ['premium', 'per', 'user'],
  exo: ['exchange', 'online'],
  spo: ['sharepoint', 'online'],
  ems: ['enterprise', 'mobility'],
  vs: ['visual', 'studio'],
  acs: ['audio', 'conferencing'],
  mde: ['defender', 'endpoint'],
  mdo: ['defender', 'office'],
};

/** What people call products; each stands for words of the product's name. A Map: "constructor" is a word like any. */
export const NICKNAMES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(CALLED));

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}

/** Words around a name that need not be part of it. */
export const NOISE = listed(`for of hos pa the with med in at och and s av till to from fran at their deras
  subscription subscriptions sub subs prenumeration prenumerationen prenumerationer prenumerationerna abonnemang abonnemanget
  licens licensen licenser licenserna license licence licenses licences customer kund kunden bolaget foretaget
  all alla`);

/** Legal forms: need not be said, and tell two names apart where they are. */
export const LEGAL_FORMS =
  listed(`ab aktiebolag aktiebolaget publ hb kb as asa aps oy oyj inc incorporated corp corporation
  co ltd limited llc llp plc gmbh ag kg ug se bv nv sa sas sarl srl spa sl`);

/** What Swedish puts behind a name in one word: "Visiolicenser", "E3-prenumeration". Longest first. */
export const TAILS: readonly string[] = [
  'prenumerationerna',
  'prenumerationer',
  'prenumerationen',
  'prenumeration',
  'abonnemanget',
  'abonnemang',
  'licenserna',
  'licenser',
  'licensen',
  'licens',
  'platserna',
  'platser',
  'avtalet',
  'avtal',
  'paketet',
  'paket',
  'kunden',
  'kontot',
];
