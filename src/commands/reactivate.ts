import { defineCommand, reasonOf } from './defineCommand.ts';

export const reactivate = defineCommand({
  name: 'reactivate',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [
        { say: 'reactivate', others: ['reactivating', 'reactivates', 'reactivated'] },
        { say: 're-activate', others: ['re-activating', 're-activated'] },
        { say: 'unsuspend', others: ['unsuspending', 'unsuspended'] },
        { say: 're-enable', others: ['re-enabling', 're-enabled'] },
        { say: 'reenable', others: ['reenabling', 'reenabled'] },
      ],
      ways: ['@ {s}?', 'activate {s} again', 'enable {s} again'],
    },
    sv: {
      verbs: [
        {
          say: 'återaktivera',
          others: ['återaktiverar', 'återaktiverade', 'återaktiverat', 'återaktiverad', 'återaktiveras'],
        },
        { say: 'reaktivera', others: ['reaktiverar', 'reaktiverade', 'reaktiverat'] },
      ],
      ways: ['@ {s}?', 'aktivera om {s}?', 'aktivera {s} igen', 'häv|häva spärren för|på {s}'],
    },
  },
  canonical: { en: 'reactivate …', sv: 'återaktivera …' },
  examples: {
    en: ['reactivate fabrikam office 365 e1', 'could you reactivate S-1051'],
    sv: ['återaktivera fabrikam office 365 e1', 'kan du återaktivera S-1051'],
  },
  toLifecycleCommand: (slots) => ({ type: 'reactivate', ...reasonOf(slots) }),
});
