import { defineCommand } from './defineCommand.ts';

export const show = defineCommand({
  name: 'show',
  group: 'look-up',
  subject: 'words',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'show|view|display|open|see me? {s}?',
        'show|view|get me? details|info|information|status about|for|of|on? {s}',
        'details|info|information about|for|of|on? {s}',
        'status of|for? {s}',
        'tell me about {s}',
        'show me? scheduled changes|change? of|for|on? {s}?',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'visa mig? {s}?',
        'öppna {s}',
        'se {s}',
        'visa mig? detaljer|info|information|status|statusen om|för|på? {s}',
        'detaljer|info|information om|för? {s}',
        'status för|på? {s}',
        'visa schemalagda? ändringar|ändring|ändringen för|på? {s}?',
      ],
    },
  },
  canonical: { en: 'show …', sv: 'visa …' },
  examples: { en: ['show S-1042', 'show contoso e3'], sv: ['visa S-1042', 'visa contoso e3'] },
  toQuery: () => ({ kind: 'show' }),
});
