import { defineCommand } from './defineCommand.ts';

/** Its sentences hold another command's: `{command}` is whatever that says, in any form of its verb (F-71). */
export const preview = defineCommand({
  name: 'preview',
  group: 'preview',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'preview {command}?',
        'show|give me? preview of|for? {command}',
        "what|what's happens|happen|happening if|when i|we|you|they? {command}",
        'what would|will|does happen|happens if|when i|we|you|they? {command}',
        'what if i|we {command}',
        'simulate {command}',
        'dry run|dry-run of? {command}',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'förhandsvisa|förhandsgranska att? {command}?',
        'visa en? förhandsvisning av|på? {command}',
        'vad händer|sker om|när jag|vi|du|man? {command}',
        'vad skulle hända om|när jag|vi|du|man? {command}',
        'simulera {command}',
      ],
    },
  },
  canonical: { en: 'preview cancel …', sv: 'förhandsvisa säg upp …' },
  examples: {
    en: ['preview cancel contoso visio', 'what happens if I cancel contoso visio?'],
    sv: ['förhandsvisa säg upp contoso visio', 'vad händer om jag säger upp contoso visio?'],
  },
  toQuery: (slots) => ({ kind: 'preview', verb: slots.verb ?? '' }),
});
