import { defineCommand, reasonOf } from './defineCommand.ts';

export const pause = defineCommand({
  name: 'pause',
  group: 'access',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [
        { say: 'pause', others: ['pausing', 'pauses', 'paused'] },
        { say: 'freeze', others: ['freezing', 'freezes', 'frozen', 'froze'] },
      ],
      ways: [
        '@ {s}?',
        'put a? pause on {s}',
        'put {s} on hold|pause',
        'place {s} on hold',
        'put on hold {s}',
      ],
    },
    sv: {
      verbs: [
        { say: 'pausa', others: ['pausar', 'pausade', 'pausat', 'pausad', 'pausas', 'pausades', 'pausats'] },
        { say: 'frys', others: ['frysa', 'fryser', 'frös', 'frusit', 'fryst'] },
      ],
      ways: ['@ {s}?', 'frysa {s}', 'sätt|sätta|ställ {s} på paus', 'lägg|lägga {s} på is'],
    },
  },
  canonical: { en: 'pause …', sv: 'pausa …' },
  examples: {
    en: ['pause subscription Contoso E3', 'pause contoso e3 for non-payment', 'put contoso e3 on hold'],
    sv: ['pausa prenumerationen Contoso E3', 'pausa contoso e3 för utebliven betalning', 'pausa S-1042'],
  },
  toLifecycleCommand: (slots) => ({ type: 'pause', ...reasonOf(slots) }),
});
