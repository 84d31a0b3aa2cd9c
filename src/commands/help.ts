import { defineCommand } from './defineCommand.ts';

export const help = defineCommand({
  name: 'help',
  group: 'people',
  subject: 'topic',
  permission: 'anyone',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'help me? with|about|on|for? {s}?',
        'what can you do',
        'what can i do|say|ask|type here?',
        'what do you do',
        'how does this|it work',
        'how do|can i {s}',
        'commands',
        'show|list me? commands|help',
        'menu',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'hjälp|hjälpa mig? med|om? {s}?',
        'vad kan du göra?',
        'vad kan jag göra|säga|fråga|skriva här?',
        'hur funkar|fungerar det|detta|du',
        'hur gör jag för? att? {s}?',
        'hur kan jag {s}',
        'kommandon',
        'visa|lista kommandon|hjälp|hjälpen',
        'meny',
      ],
    },
  },
  canonical: { en: 'help', sv: 'hjälp' },
  examples: {
    en: ['help', 'help cancel', 'what can you do'],
    sv: ['hjälp', 'hjälp säg upp', 'vad kan du göra'],
  },
  toQuery: () => ({ kind: 'help' }),
});
