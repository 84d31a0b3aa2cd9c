import { defineCommand, type Phrase, reasonOf } from './defineCommand.ts';

function on(...patterns: readonly string[]): readonly Phrase[] {
  return patterns.map((pattern) => ({ pattern, slots: { enabled: true } }));
}

function off(...patterns: readonly string[]): readonly Phrase[] {
  return patterns.map((pattern) => ({ pattern, slots: { enabled: false } }));
}

export const autoRenew = defineCommand({
  name: 'auto-renew',
  group: 'end',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        ...off(
          'turn|switch off #auto-renew for|of|on|to? {s}?',
          'turn|switch #auto-renew off for|of|on? {s}?',
          'turn|switch off {s} #auto-renew',
          'turn|switch {s} #auto-renew off',
          'set #auto-renew to? off|false|no for|of|on {s}',
          'set #auto-renew for|of|on {s} to? off|false',
          'set {s} #auto-renew to? off|false',
          'set {s} to #not renew automatically?',
          'disable|stop|end|remove #auto-renew for|of|on? {s}?',
          'stop automatically? renewing {s}',
          '#auto-renew off for|of|on? {s}?',
          '#auto-renew for|of|on {s} off',
          '{s} #auto-renew off',
          '#auto-renew {s} off',
          'let {s} expire|lapse|end',
          'let {s} run out',
          '#not renew {s}',
          '#not auto-renew {s}',
          '#not let {s} renew',
        ),
        ...on(
          'turn|switch on #auto-renew for|of|on|to? {s}?',
          'turn|switch back on #auto-renew for|of|on? {s}?',
          'turn|switch #auto-renew back? on for|of|on? {s}?',
          'turn|switch on {s} #auto-renew',
          'turn|switch {s} #auto-renew back? on',
          'set #auto-renew to? on|true|yes for|of|on {s}',
          'set #auto-renew for|of|on {s} to? on|true',
          'set {s} #auto-renew to? on|true',
          'enable #auto-renew for|of|on? {s}?',
          '#auto-renew on for|of|on? {s}?',
          '#auto-renew for|of|on {s} on',
          '{s} #auto-renew on',
          '#auto-renew {s} on',
        ),
      ],
    },
    sv: {
      verbs: [],
      ways: [
        ...off(
          'slå|stäng|stänga av #auto-renew för|på|hos? {s}?',
          'slå|stäng|stänga av {s} #auto-renew',
          'sätt|ställ #auto-renew till? av för|på {s}',
          'inaktivera|avsluta|stoppa #auto-renew för|på|hos? {s}?',
          'ta bort #auto-renew för|på|hos? {s}?',
          'sluta förnya {s}',
          '#auto-renew av för|på|hos? {s}?',
          '{s} #auto-renew av',
          '#auto-renew {s} av',
          'låt|låta {s} löpa|gå ut',
          'förnya inte|ej {s}',
          'förnya {s} inte',
          'inte förnya {s}',
        ),
        ...on(
          'slå|sätt|sätta på #auto-renew för|på|hos? {s}?',
          'slå|sätt|sätta på {s} #auto-renew',
          'sätt|ställ #auto-renew till? på för|på {s}',
          'aktivera|starta #auto-renew för|på|hos? {s}?',
          '#auto-renew på för|hos? {s}?',
          '{s} #auto-renew på',
        ),
      ],
    },
  },
  canonical: { en: 'turn off auto-renew for …', sv: 'slå av automatisk förnyelse för …' },
  examples: {
    en: ['turn off auto-renew for contoso e3', 'auto-renew on S-1042', "don't renew contoso visio"],
    sv: [
      'slå av automatisk förnyelse för contoso e3',
      'slå på automatisk förnyelse för S-1042',
      'låt contoso visio löpa ut',
    ],
  },
  atTermEnd: true,
  toLifecycleCommand: (slots) => ({
    type: 'set-auto-renew',
    enabled: slots.enabled === true,
    ...reasonOf(slots),
  }),
});
