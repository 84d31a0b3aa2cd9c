import { defineCommand, reasonOf } from './defineCommand.ts';
import { renewPhrases } from './renewPhrases.ts';

export const autoRenew = defineCommand({
  name: 'auto-renew',
  group: 'end',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: { verbs: [], ways: renewPhrases('en') },
    sv: { verbs: [], ways: renewPhrases('sv') },
  },
  canonical: { en: 'turn off auto-renew for …', sv: 'slå av automatisk förnyelse för …' },
  examples: {
    en: ['turn off auto-renew for contoso e3', 'auto-renew on S-1042', "don't renew contoso visio"],
    sv: [
      'slå av automatisk förnyelse för contoso e3',
      'slå på automatisk förnyelse för S-1042',
      'låt contoso visio löpa ut',
    ],
  },
  atTermEnd: true,
  toLifecycleCommand: (slots) => ({
    type: 'set-auto-renew',
    enabled: slots.enabled === true,
    ...reasonOf(slots),
  }),
});
