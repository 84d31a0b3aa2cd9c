import { defineCommand } from './defineCommand.ts';

export const list = defineCommand({
  name: 'list',
  group: 'look-up',
  subject: 'words',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'list all? subscriptions|licences|licenses? for|of|with? {s}?',
        'show|view|get|display me? all? subscriptions for|of|with? {s}?',
        'show|view|get me? all of? {s}',
        'what|which subscriptions does|do {s} have',
        'what does|do {s} have',
        'all? subscriptions for|of|with {s}',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'lista alla? prenumerationer|prenumerationerna|licenser? för|hos|av|från? {s}?',
        'visa alla? prenumerationer|prenumerationerna för|hos|av|från? {s}?',
        'visa alla|allt för|hos|från? {s}',
        'vad har {s}',
        'vilka prenumerationer har {s}',
        'alla? prenumerationer för|hos {s}',
      ],
    },
  },
  canonical: { en: 'list …', sv: 'lista …' },
  examples: {
    en: ['list contoso', 'show all subscriptions for fabrikam'],
    sv: ['lista contoso', 'visa alla prenumerationer för fabrikam'],
  },
  toQuery: () => ({ kind: 'list' }),
});
