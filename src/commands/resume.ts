import { defineCommand, reasonOf } from './defineCommand.ts';

export const resume = defineCommand({
  name: 'resume',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [
        { say: 'resume', others: ['resuming', 'resumes', 'resumed'] },
        { say: 'unpause', others: ['unpausing', 'unpauses', 'unpaused'] },
        { say: 'unfreeze', others: ['unfreezing', 'unfreezes', 'unfroze', 'unfrozen'] },
      ],
      ways: [
        '@ {s}?',
        'un-pause {s}?',
        'take {s} off hold|pause',
        'lift pause on|of|from {s}',
        'remove the pause on|of|from {s}',
      ],
    },
    sv: {
      verbs: [
        {
          say: 'återuppta',
          others: ['återupptar', 'återupptog', 'återupptagit', 'återupptagen', 'återupptas', 'återupptogs'],
        },
        { say: 'avpausa', others: ['avpausar', 'avpausade', 'avpausat'] },
      ],
      ways: ['@ {s}?', 'häv|häva pausen för|på {s}', 'ta bort pausen för|på|från {s}'],
    },
  },
  canonical: { en: 'resume …', sv: 'återuppta …' },
  examples: {
    en: ['resume contoso e3', 'please resume S-1042', 'take contoso e3 off hold'],
    sv: ['återuppta contoso e3', 'kan du återuppta S-1042', 'häv pausen för contoso e3'],
  },
  toLifecycleCommand: (slots) => ({ type: 'resume', ...reasonOf(slots) }),
});
