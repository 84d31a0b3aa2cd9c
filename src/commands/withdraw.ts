import { defineCommand } from './defineCommand.ts';

export const withdraw = defineCommand({
  name: 'withdraw',
  group: 'requests',
  subject: 'operation',
  permission: 'role',
  phrases: {
    en: {
      verbs: [{ say: 'withdraw', others: ['withdrawing', 'withdraws', 'withdrew', 'withdrawn'] }],
      ways: [
        '@ my? request|operation? {op}?',
        'take back my? request? {op}',
        'cancel my? request|operation? {op}',
        'cancel my last|latest? request',
      ],
    },
    sv: {
      verbs: [
        { say: 'återta', others: ['återtar', 'återtog', 'återtagit', 'återtagen'] },
        { say: 'dra tillbaka', others: ['drar tillbaka', 'drog tillbaka', 'dragit tillbaka'] },
        { say: 'ta tillbaka', others: ['tar tillbaka', 'tog tillbaka', 'tagit tillbaka'] },
      ],
      ways: [
        '@ min|begäran|ärendet? begäran? {op}?',
        'avbryt|avbryta min|begäran|ärendet? begäran? {op}',
        'avbryt min senaste? begäran',
      ],
    },
  },
  canonical: { en: 'withdraw …', sv: 'dra tillbaka …' },
  examples: {
    en: ['withdraw OP-7F3K', 'withdraw my request OP-7F3K'],
    sv: ['dra tillbaka OP-7F3K', 'återta OP-7F3K'],
  },
  ends: 'request',
});
