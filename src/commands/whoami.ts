import { defineCommand } from './defineCommand.ts';

export const whoami = defineCommand({
  name: 'whoami',
  group: 'people',
  subject: 'nothing',
  permission: 'anyone',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'whoami',
        'who am i',
        "what's|whats my role|roles",
        'what is|are my role|roles',
        'my role|roles',
        'what am i allowed to do',
        'what may i do',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'vem är jag',
        'vilka? roll|roller har jag',
        'vilken roll har jag',
        'min roll',
        'mina roller',
        'vad får jag göra',
      ],
    },
  },
  canonical: { en: 'whoami', sv: 'vem är jag' },
  examples: { en: ['whoami', 'who am I'], sv: ['vem är jag', 'mina roller'] },
  toQuery: () => ({ kind: 'whoami' }),
});
