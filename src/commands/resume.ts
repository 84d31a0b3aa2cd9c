import { defineCommand, reasonOf } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';
import { VERB_WAYS } from './verbWays.ts';

export const resume = defineCommand({
  name: 'resume',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        resume | resuming | resumed | resumes
        unpause | unpausing | unpaused | unpauses
        un-pause | un-pausing | un-paused | un-pauses
        unfreeze | unfreezing | unfrozen | unfreezes, unfroze
        un-freeze
        un pause
        un freeze
        continue | continuing | continued | continues
        restart | restarting | restarted | restarts
      `),
      nouns: ['resumption', 'resuming', 'unpausing', 'resume', 'unpause'],
      ways: [
        ...VERB_WAYS.en,
        'take|get|bring {s} off|from|out_of #off-hold',
        'take off #off-hold {s}',
        'lift|end|remove|release|undo|stop|cancel|revoke|clear pause|hold|freeze on|of|from|for {s}',
        'lift|end|remove|release|undo|stop|cancel {s} pause|hold|freeze',
        'release {s} from hold|pause',
        'start|restart|resume|continue|run|get {s} up|going|running? again',
        'start|fire|boot|spin up {s} again?',
        'start|fire|boot|spin {s} back up again?',
        'start|fire|boot|spin {s} up again?',
        'get {s} going|running|moving again?',
        'bring {s} back from|after pause|hold',
      ],
    },
    sv: {
      verbs: verbForms(`
        återuppta | | återupptagen, återupptaget, återupptagna | återupptar, återupptog, återupptagit, återupptas, återupptogs
        avpausa | | avpausad, avpausat | avpausar, avpausade
        tina upp | | upptinad | tinar upp
        fortsätt | |  | fortsätter, fortsatte
        fortsätta
        återstarta | | återstartad | återstartar, återstartade
      `),
      nouns: ['återupptagande', 'återupptagning', 'återupptagandet', 'återstart'],
      ways: [
        ...VERB_WAYS.sv,
        'häv|häva|lyft|lyfta|upphäv|upphäva|avsluta|ta_bort|avbryt|släpp|stoppa|ångra paus|pausen|pausningen|frysningen för|på|från|av|hos|i {s}',
        'häv|häva|avsluta|ta_bort {s} paus|pausen',
        'fortsätt|fortsätta med {s}',
        'starta|starta_om|starta_upp|kör_igång|dra_igång|få_igång|rulla_igång {s} igen|på_nytt?',
        'ta {s} från|ur paus|pausen|is|frysen',
        'sätt|sätta igång {s} igen?',
        'tina {s}',
        'dra|kör|få|sätt igång {s} igen?',
        'dra|kör|få|starta {s} igång igen?',
        'starta|kör {s} upp igen?',
      ],
    },
  },
  canonical: { en: 'resume …', sv: 'återuppta …' },
  examples: {
    en: ['resume contoso e3', 'please resume S-1042', 'take contoso e3 off hold'],
    sv: ['återuppta contoso e3', 'kan du återuppta S-1042', 'häv pausen för contoso e3'],
  },
  toLifecycleCommand: (slots) => ({ type: 'resume', ...reasonOf(slots) }),
});
