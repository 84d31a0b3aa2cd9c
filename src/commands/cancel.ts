import { defineCommand, reasonOf } from './defineCommand.ts';

export const cancel = defineCommand({
  name: 'cancel',
  group: 'end',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [
        { say: 'cancel', others: ['cancelling', 'canceling', 'cancels', 'cancelled', 'canceled'] },
        { say: 'terminate', others: ['terminating', 'terminates', 'terminated'] },
      ],
      ways: ['@ {s}?'],
    },
    sv: {
      verbs: [
        {
          say: 'säg upp',
          others: ['säger upp', 'sade upp', 'sa upp', 'sagt upp', 'sägs upp', 'uppsagd', 'uppsagt'],
        },
        { say: 'säga upp', others: [] },
        { say: 'avbryt', others: ['avbryter', 'avbröt', 'avbrutit', 'avbruten', 'avbryts'] },
        { say: 'avbryta', others: [] },
        { say: 'avsluta', others: ['avslutar', 'avslutade', 'avslutat', 'avslutad', 'avslutas'] },
        { say: 'avbeställ', others: ['avbeställer', 'avbeställde', 'avbeställt'] },
        { say: 'avbeställa', others: [] },
      ],
      ways: ['@ {s}?', 'säg {s} upp'],
    },
  },
  canonical: { en: 'cancel …', sv: 'säg upp …' },
  examples: {
    en: [
      'cancel fabrikam power bi',
      'cancel S-1042 reason customer request',
      'cancel contoso visio at renewal',
    ],
    sv: ['säg upp fabrikam power bi', 'avbryt Fabrikam Visio', 'säg upp contoso visio vid förnyelsen'],
  },
  pronounIsUnclear: ['cancel', 'avbryt', 'avbryta'],
  atTermEnd: true,
  // F-77: at the renewal it is auto-renew off under another name.
  toLifecycleCommand: (slots) =>
    slots.timing === 'term-end'
      ? { type: 'set-auto-renew', enabled: false, ...reasonOf(slots) }
      : { type: 'cancel', ...reasonOf(slots) },
});
