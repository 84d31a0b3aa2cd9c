import { defineCommand } from './defineCommand.ts';

export const myRequests = defineCommand({
  name: 'my-requests',
  group: 'requests',
  subject: 'nothing',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'my open|pending? requests',
        'show|list|view|see me? my open|pending? requests',
        'what have i asked for',
        'my operations',
        'show my operations',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'mina öppna? begäranden|begäran|ärenden|förfrågningar',
        'visa|lista|se mina öppna? begäranden|begäran|ärenden|förfrågningar',
        'vad har jag begärt',
      ],
    },
  },
  canonical: { en: 'my requests', sv: 'mina begäranden' },
  examples: { en: ['my requests', 'show my requests'], sv: ['mina begäranden', 'visa mina begäranden'] },
  toQuery: () => ({ kind: 'my-requests' }),
});
