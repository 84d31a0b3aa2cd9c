import { defineCommand, reasonOf } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';
import { VERB_WAYS } from './verbWays.ts';

export const suspend = defineCommand({
  name: 'suspend',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        suspend | suspending | suspended | suspends
        deactivate | deactivating | deactivated | deactivates
        disable | disabling | disabled | disables
        block | blocking | blocked | blocks
        de-activate | de-activating | de-activated
        lock | locking | locked | locks
        inactivate | inactivating | inactivated
      `),
      nouns: ['suspension', 'a suspension', 'suspending', 'deactivation', 'disabling'],
      ways: [
        ...VERB_WAYS.en,
        'block|suspend|disable access to {s}',
        'cut|shut off access to {s}',
        'put|place {s} under|in|into suspension',
        'put|place a? suspension on {s}',
      ],
    },
    sv: {
      verbs: verbForms(`
        inaktivera | | inaktiverad, inaktiverat, inaktiverade | inaktiverar, inaktiveras, inaktiverades
        suspendera | | suspenderad, suspenderat | suspenderar, suspenderade, suspenderas
        spärra | | spärrad, spärrat | spärrar, spärrade, spärras
        blockera | | blockerad, blockerat | blockerar, blockerade, blockeras
        avaktivera | | avaktiverad, avaktiverat | avaktiverar, avaktiverade
        deaktivera | | deaktiverad, deaktiverat | deaktiverar, deaktiverade
        lås | | låst | låser, låste
        låsa
      `),
      nouns: ['inaktivering', 'suspendering', 'spärrning', 'spärr', 'en spärr', 'blockering', 'avaktivering'],
      ways: [
        ...VERB_WAYS.sv,
        'lägg|lägga|sätt|sätta spärr|en_spärr på|för {s}',
        'spärra|blockera åtkomsten|åtkomst till {s}',
      ],
    },
  },
  canonical: { en: 'suspend …', sv: 'inaktivera …' },
  examples: {
    en: ['suspend fabrikam office 365 e1 because fraud', 'suspend S-1051 for non-payment'],
    sv: ['inaktivera fabrikam office 365 e1 på grund av bedrägeri', 'inaktivera S-1051'],
  },
  toLifecycleCommand: (slots) => ({ type: 'suspend', ...reasonOf(slots) }),
});
