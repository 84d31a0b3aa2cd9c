import { defineCommand, reasonOf } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';
import { VERB_WAYS } from './verbWays.ts';

export const reactivate = defineCommand({
  name: 'reactivate',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        reactivate | reactivating | reactivated | reactivates
        re-activate | re-activating | re-activated
        unsuspend | unsuspending | unsuspended | unsuspends
        un-suspend | un-suspending | un-suspended
        re-enable | re-enabling | re-enabled
        reenable | reenabling | reenabled
        unblock | unblocking | unblocked | unblocks
        unlock | unlocking | unlocked | unlocks
        reinstate | reinstating | reinstated | reinstates
      `),
      nouns: [
        'reactivation',
        'reactivating',
        'unsuspension',
        'reinstatement',
        're-activation',
        'a reactivation',
      ],
      ways: [
        ...VERB_WAYS.en,
        'activate|enable {s} again',
        'lift|end|remove|undo|revoke|cancel|clear suspension|block on|of|from|for {s}',
        'lift|end|remove|undo {s} suspension|block',
        'switch|turn {s} back on again?',
        'switch|turn {s} on again',
        'switch|turn back on {s}',
        'switch|turn on {s} again',
        'bring {s} back to_life|online|up?',
        'bring back {s}',
        'take|bring {s} out of suspension',
        'restore access to|for {s}',
        'get {s} up_and_running|active again?',
        'make {s} active again',
      ],
    },
    sv: {
      verbs: verbForms(`
        återaktivera | | återaktiverad, återaktiverat, återaktiverade | återaktiverar, återaktiveras
        reaktivera | | reaktiverad, reaktiverat | reaktiverar, reaktiverade
        avblockera | | avblockerad | avblockerar, avblockerade
        lås upp | | upplåst | låser upp, låste upp
        låsa upp
      `),
      nouns: ['återaktivering', 'återaktiveringen', 'reaktivering', 'en återaktivering'],
      ways: [
        ...VERB_WAYS.sv,
        'aktivera om {s}',
        'aktivera {s} igen|på_nytt',
        'aktivera igen {s}',
        'häv|häva|lyft|lyfta|ta_bort|upphäv spärr|spärren|suspenderingen|inaktiveringen|avstängningen|blockeringen|suspensionen för|på|från|av|hos {s}',
        'häv|häva|lyft|ta_bort {s} spärr|spärren',
        'slå|sätt|sätta på|igång {s} igen',
        'slå|sätt på igen {s}',
        'gör {s} aktiv igen?',
        'slå {s} på igen',
      ],
    },
  },
  canonical: { en: 'reactivate …', sv: 'återaktivera …' },
  examples: {
    en: ['reactivate fabrikam office 365 e1', 'could you reactivate S-1051'],
    sv: ['återaktivera fabrikam office 365 e1', 'kan du återaktivera S-1051'],
  },
  toLifecycleCommand: (slots) => ({ type: 'reactivate', ...reasonOf(slots) }),
});
