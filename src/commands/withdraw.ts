import { defineCommand } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';

export const withdraw = defineCommand({
  name: 'withdraw',
  group: 'requests',
  subject: 'operation',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        withdraw | withdrawing | withdrawn | withdraws, withdrew
        retract | retracting | retracted | retracts
        recall | recalling | recalled | recalls
        rescind | rescinding | rescinded | rescinds
      `),
      nouns: ['withdrawal', 'withdrawing', 'retraction'],
      ways: [
        '@ my|our|that|this? open|pending|last|latest|previous? request|operation|prompt? {op}?',
        'take|pull|call back|off|away my|our? request|operation? {op}',
        'take|pull {op} back',
        'cancel|undo|stop|revoke|abort|drop|discard|kill|remove|delete|scrap|close|forget|never_mind|nevermind|annul|abandon|void|end my|our|that|this? open|pending? request|operation|prompt? {op}',
        'cancel|undo|stop|revoke|abort|drop|discard|scrap|take_back|call_off my|our open|last|latest|pending|previous|current? request|operation|prompt',
        'cancel|undo|stop|revoke|abort|drop|discard|scrap|take_back|call_off last|latest|open|pending|previous|current request|operation|prompt',
        '@noun of request|operation|my_request? {op}',
        '{op} @',
        "i no_longer|do_not|don't want|need {op} anymore?",
      ],
    },
    sv: {
      verbs: verbForms(`
        återta | | återtagen | återtar, återtog, återtagit
        dra tillbaka | | tillbakadragen | drar tillbaka, drog tillbaka, dragit tillbaka
        ta tillbaka | |  | tar tillbaka, tog tillbaka, tagit tillbaka
        återkalla | | återkallad | återkallar, återkallade
        ångra | | ångrad | ångrar, ångrade
      `),
      nouns: ['återkallelse', 'återtagande', 'tillbakadragande'],
      ways: [
        '@ min|vår|den|senaste? öppna|senaste|väntande|förra? begäran|ärende|ärendet|begäranden|operation|förfrågan? {op}?',
        'avbryt|avbryta|ångra|stoppa|radera|ta_bort|avsluta|makulera|annullera|avboka|skrota|släng|stryk|stäng min|vår|den? öppna|väntande? begäran|ärende|ärendet|operation|operationen|förfrågan? {op}',
        'avbryt|avbryta|stoppa|ta_bort|avsluta|makulera|annullera|släng|stryk min|den senaste|öppna|väntande|förra? begäran|ärende|förfrågan|operation',
        'dra|ta {op} tillbaka',
        '@noun av begäran|ärende? {op}',
        '{op} @',
        'glöm {op}',
      ],
    },
  },
  canonical: { en: 'withdraw …', sv: 'dra tillbaka …' },
  examples: {
    en: ['withdraw OP-7F3K', 'withdraw my request OP-7F3K'],
    sv: ['dra tillbaka OP-7F3K', 'återta OP-7F3K'],
  },
  ends: 'request',
});
