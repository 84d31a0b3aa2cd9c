import { defineCommand, reasonOf } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';
import { VERB_WAYS } from './verbWays.ts';

export const pause = defineCommand({
  name: 'pause',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        pause | pausing | paused | pauses
        freeze | freezing | frozen | freezes, froze
        hold | holding | held | holds
      `),
      nouns: ['pause', 'pausing', 'a pause', 'freeze', 'freezing', 'a freeze', 'a hold'],
      ways: [
        ...VERB_WAYS.en,
        'put|place|set a? pause|hold|freeze on|for {s}',
        'put|place|set|stick|keep|leave {s} on a? hold|pause|ice',
        '{s:product} on hold|pause|ice',
        'hit pause on|for {s}',
        'put|place|set on a? hold|pause|ice {s}',
      ],
    },
    sv: {
      verbs: verbForms(`
        pausa | | pausad, pausat, pausade | pausar, pausas, pausades, pausats
        frys | | fryst, frysta | fryser, frös, frusit, fryses
        frysa
      `),
      nouns: ['paus', 'pausning', 'pausande', 'frysning', 'en paus', 'en pausning', 'pausen', 'pausningen'],
      ways: [
        ...VERB_WAYS.sv,
        'sätt|sätta|ställ|ställa|lägg|lägga {s} på paus|is',
        'sätt|sätta|ställ|lägg|lägga på paus|is {s}',
        'sätt|sätta paus på {s}',
        'frys|frysa in {s}',
        '{s:product} på paus|is',
        'pausmarkera {s}',
        'ta|gör en? paus i|på|för|med {s}',
      ],
    },
  },
  canonical: { en: 'pause …', sv: 'pausa …' },
  examples: {
    en: ['pause subscription Contoso E3', 'pause contoso e3 for non-payment', 'put contoso e3 on hold'],
    sv: ['pausa prenumerationen Contoso E3', 'pausa contoso e3 för utebliven betalning', 'pausa S-1042'],
  },
  toLifecycleCommand: (slots) => ({ type: 'pause', ...reasonOf(slots) }),
});
