import { defineCommand } from './defineCommand.ts';

export const history = defineCommand({
  name: 'history',
  group: 'look-up',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'history of|for|on? {s}?',
        'show|view|get|see me? history of|for|on? {s}?',
        'show|view|get|see me? {s} history',
        '{s} history',
        'what|who has? happened to|with {s}',
        'what|who has? changed on|in|for|about? {s}',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'historik|historiken för|på|över|om? {s}?',
        'visa mig? historik|historiken för|på|över|om? {s}?',
        'visa {s} historik',
        '{s} historik',
        'vad har hänt med {s}',
        'vad hände med {s}',
      ],
    },
  },
  canonical: { en: 'history …', sv: 'historik …' },
  examples: {
    en: ['history S-1042', 'show the history of contoso e3'],
    sv: ['historik S-1042', 'visa historiken för contoso e3'],
  },
  toQuery: () => ({ kind: 'history' }),
});
