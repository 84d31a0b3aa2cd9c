import { defineCommand, reasonOf } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';
import { VERB_WAYS } from './verbWays.ts';

export const cancel = defineCommand({
  name: 'cancel',
  group: 'end',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        cancel | cancelling, canceling | cancelled, canceled | cancels
        terminate | terminating | terminated | terminates
        kill | killing | killed | kills
        stop | stopping | stopped | stops
        end | ending | ended | ends
        discontinue | discontinuing | discontinued | discontinues
        delete | deleting | deleted | deletes
        remove | removing | removed | removes
        drop | dropping | dropped | drops
        close | closing | closed | closes
        close down
        scrap | scrapping | scrapped
        axe
        kill off
        bin
        ditch
        close out
        call off | calling off | called off | calls off
        pull the plug on
        cease
        wind down
        shut down | shutting down
        get rid of | getting rid of
        unsubscribe | unsubscribing | unsubscribed
      `),
      nouns: [
        'cancellation',
        'cancelation',
        'cancelling',
        'canceling',
        'termination',
        'a cancellation',
        'a termination',
        'ending',
        'deletion',
        'discontinuation',
      ],
      ways: [
        ...VERB_WAYS.en,
        'cancel out {s}',
        'give notice on|for|to {s}',
        'bring {s} to an end',
        'put an end to {s}',
        'unsubscribe {s:customer} from {s2:product}',
      ],
    },
    sv: {
      verbs: verbForms(`
        säg upp | | uppsagd, uppsagt, uppsagda | säger upp, sade upp, sa upp, sagt upp, sägs upp, sades upp, sägas upp
        säga upp
        säg up
        avbryt | | avbruten, avbrutet, avbrutna | avbryter, avbröt, avbrutit, avbryts, avbröts
        avbryta
        avsluta | | avslutad, avslutat, avslutade | avslutar, avslutas, avslutades, avslutats
        avbeställ | | avbeställd, avbeställt | avbeställer, avbeställde, avbeställs
        avbeställa
        stoppa | | stoppad, stoppat | stoppar, stoppade, stoppas
        ta bort | | borttagen, borttaget | tar bort, tog bort, tagit bort, tas bort
        radera | | raderad, raderat | raderar, raderade
        annullera | | annullerad, annullerat | annullerar, annullerade
        makulera | | makulerad | makulerar, makulerade
        lägg ner | | nedlagd | lägger ner, lade ner, la ner
        lägga ner
        lägg ned
        döda | | dödad | dödar, dödade
        skrota | | skrotad | skrotar, skrotade
        plocka bort | | bortplockad | plockar bort, plockade bort
        upphör med
        ta död på
        gör dig av med
        göra dig av med
        göra oss av med
        gör er av med
        bli av med
        få bort
        säj upp
        säja upp
        sägupp
        sägaupp
        slopa | | slopad | slopar, slopade
        kapa
        dra ur sladden på
        sätt stopp för
        lägg ned
        uppsäg
      `),
      nouns: [
        'uppsägning',
        'uppsägningen',
        'en uppsägning',
        'avslut',
        'avslutning',
        'avslutande',
        'avbrytande',
        'avbeställning',
        'en avbeställning',
        'annullering',
        'avslutet',
      ],
      ways: [...VERB_WAYS.sv, 'säg|säga {s} upp', 'ta {s} bort', 'gör av med {s}', 'göra sig? av med {s}'],
    },
  },
  canonical: { en: 'cancel …', sv: 'säg upp …' },
  examples: {
    en: [
      'cancel fabrikam power bi',
      'cancel S-1042 reason customer request',
      'cancel contoso visio at renewal',
    ],
    sv: ['säg upp fabrikam power bi', 'avbryt Fabrikam Visio', 'säg upp contoso visio vid förnyelsen'],
  },
  pronounIsUnclear: [
    'cancel',
    'avbryt',
    'avbryta',
    'stop',
    'kill',
    'stoppa',
    'end',
    'drop',
    'remove',
    'delete',
    'close',
  ],
  atTermEnd: true,
  // F-77: at the renewal it is auto-renew off under another name.
  toLifecycleCommand: (slots) =>
    slots.timing === 'term-end'
      ? { type: 'set-auto-renew', enabled: false, ...reasonOf(slots) }
      : { type: 'cancel', ...reasonOf(slots) },
});
