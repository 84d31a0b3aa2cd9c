import { defineCommand, reasonOf, type SlotName, type Slots } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';

export const upgrade = defineCommand({
  name: 'upgrade',
  group: 'change',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        upgrade | upgrading | upgraded | upgrades
        uplift | uplifting | uplifted
        step up | stepping up
      `),
      nouns: ['upgrade', 'an upgrade', 'upgrading'],
      ways: [
        '@ {n} #seats? of|from|in|on {s} up? to {sku}',
        '@ {n} #seats? of|from|in|on {s} up? to {sku} into|in {target}',
        '@ {n} {s} #seats? up? to {sku}',
        '@ {n} {s} #seats? up? to {sku} into|in {target}',
        '@ {s} to {sku} for {n} #seats',
        '@ {s} up? to {sku}',
        '@ {s} to {sku}',
        '@ {s} up? to {sku} into|in {target}',
        '@ {s} into|in {target} to {sku}',
        '@ {n} #seats? of|from|in|on {s}',
        '@ {s} with|by|for? {n} #seats to {sku}',
        '@ {s}?',
        '@noun of|for {n} #seats? of|on {s} to {sku}',
        '@noun of|for|on {s} to {sku}',
        '@noun of|for|on {s}',
        '#i-want {s} to_be? @ed to {sku}',
        '#i-want {n} #seats? of {s} to_be? @ed to {sku}',
        '#i-want {s} to_be? @ed',
        'do|make|process|perform|request|start @noun of|for|on {s} to {sku}',
        'do|make|process|perform|request|start @noun of {n} #seats? of {s} to {sku}',
        '@ {n} #seats? to {sku} for|on|at|in {s}',
        '@ to {sku} for|on {s}',
        '@ {n} to {sku} for|on|at {s}',
        '@ all #seats? of|on {s} to {sku}',
        '@ all {n} #seats? of|from|on|in {s} to {sku}',
        '@ all? {s} #seats to {sku}',
        '@ {s} from {s2} to {sku}',
        '@ from {s} to {sku}',
        '@ {n} #seats? from {s} to {sku}',
      ],
    },
    sv: {
      verbs: verbForms(`
        uppgradera | | uppgraderad, uppgraderat, uppgraderade | uppgraderar, uppgraderas
      `),
      nouns: ['uppgradering', 'en uppgradering', 'uppgraderingen'],
      ways: [
        '@ {n} #seats? av|från|på|i|hos {s} till {sku}',
        '@ {n} #seats? av|från|på|i|hos {s} till {sku} in? i|till|på {target}',
        '@ {n} {s} #seats? till {sku}',
        '@ {n} {s} #seats? till {sku} in? i {target}',
        '@ {s} till {sku}',
        '@ {s} till {sku} in? i {target}',
        '@ {s} till {sku} för {n} #seats',
        '@ {s} in? i {target} till {sku}',
        '@ alla {n} #seats? av|på|från|i|hos {s} till {sku}',
        '@ alla #seats av|på|i|hos? {s} till {sku}',
        '@ {n} #seats? av|från|på|i|hos {s}',
        '@ {s}?',
        '@noun av {n} #seats? av|på|från {s} till {sku}',
        '@noun av|för|på {s} till {sku}',
        '@noun av|för|på {s}',
        '#i-want {s} @ed till {sku}',
        'gör|utför|begär @noun av|för|på {s} till {sku}',
        '@ {n} #seats? till {sku} för|hos|på {s}',
        '@ till {sku} för|hos|på {s}',
        '@ {s} från {s2} till {sku}',
        '@ från {s} till {sku}',
      ],
    },
  },
  canonical: { en: 'upgrade …', sv: 'uppgradera …' },
  examples: {
    en: ['upgrade 10 of contoso e3 to e5 now', 'upgrade contoso e3 to e5 at renewal into S-1077'],
    sv: ['uppgradera 10 av contoso e3 till e5 nu', 'uppgradera contoso e3 till e5 vid förnyelsen'],
  },
  atTermEnd: true,
  toLifecycleCommand({ sku, quantity, timing, target, ...slots }) {
    // Now cannot be undone and the renewal can: nobody's silence chooses between them.
    if (sku === undefined) {
      const beside = absent({ quantity, target }, ['quantity', 'target']);
      return { type: 'upgrade', missing: ['sku', ...absent({ timing }, ['timing'])], beside };
    }
    if (timing === undefined) return { type: 'upgrade', missing: ['timing'] };
    return {
      type: 'upgrade',
      sku,
      timing,
      ...(quantity !== undefined && { quantity }),
      ...(target !== undefined && { target }),
      ...reasonOf(slots),
    };
  },
});

function absent(slots: Slots, names: readonly SlotName[]): readonly SlotName[] {
  return names.filter((name) => slots[name] === undefined);
}
