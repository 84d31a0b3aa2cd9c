import { defineCommand } from './defineCommand.ts';

export const approvals = defineCommand({
  name: 'approvals',
  group: 'requests',
  subject: 'nothing',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'my? approvals',
        'show|list|view|see me? my? open|pending|waiting? approvals',
        'pending approvals',
        "what's|whats waiting for me|my-approval",
        'what is|needs waiting? for|my me|approval',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'mina? godkännanden',
        'visa|lista|se mina|väntande? godkännanden',
        'väntande godkännanden',
        'vad väntar på mig',
        'vad ska jag godkänna',
        'att godkänna',
      ],
    },
  },
  canonical: { en: 'approvals', sv: 'godkännanden' },
  examples: { en: ['approvals', 'pending approvals'], sv: ['godkännanden', 'väntande godkännanden'] },
  toQuery: () => ({ kind: 'approvals' }),
});
