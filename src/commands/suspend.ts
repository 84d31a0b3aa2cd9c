import { defineCommand, reasonOf } from './defineCommand.ts';

export const suspend = defineCommand({
  name: 'suspend',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [
        { say: 'suspend', others: ['suspending', 'suspends', 'suspended'] },
        { say: 'deactivate', others: ['deactivating', 'deactivates', 'deactivated'] },
        { say: 'disable', others: ['disabling', 'disables', 'disabled'] },
      ],
      ways: ['@ {s}?'],
    },
    sv: {
      verbs: [
        {
          say: 'inaktivera',
          others: [
            'inaktiverar',
            'inaktiverade',
            'inaktiverat',
            'inaktiverad',
            'inaktiveras',
            'inaktiverades',
          ],
        },
        {
          say: 'suspendera',
          others: ['suspenderar', 'suspenderade', 'suspenderat', 'suspenderad', 'suspenderas'],
        },
        { say: 'spärra', others: ['spärrar', 'spärrade', 'spärrat', 'spärrad', 'spärras'] },
      ],
      ways: ['@ {s}?'],
    },
  },
  canonical: { en: 'suspend …', sv: 'inaktivera …' },
  examples: {
    en: ['suspend fabrikam office 365 e1 because fraud', 'suspend S-1051 for non-payment'],
    sv: ['inaktivera fabrikam office 365 e1 på grund av bedrägeri', 'inaktivera S-1051'],
  },
  toLifecycleCommand: (slots) => ({ type: 'suspend', ...reasonOf(slots) }),
});
