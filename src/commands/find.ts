import { defineCommand } from './defineCommand.ts';

export const find = defineCommand({
  name: 'find',
  group: 'look-up',
  subject: 'words',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'find {s}?',
        'search for? {s}?',
        'look up {s}?',
        'look for {s}',
        'lookup {s}',
        'where is|are {s}',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'sök efter? {s}?',
        'söka efter? {s}',
        'hitta {s}?',
        'leta upp|efter? {s}',
        'slå upp {s}',
        'finn {s}',
      ],
    },
  },
  canonical: { en: 'find …', sv: 'sök …' },
  examples: { en: ['find contoso', 'search for visio'], sv: ['sök contoso', 'hitta visio'] },
  toQuery: () => ({ kind: 'find' }),
});
