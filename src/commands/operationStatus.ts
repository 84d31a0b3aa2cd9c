import { defineCommand } from './defineCommand.ts';

export const operationStatus = defineCommand({
  name: 'operation-status',
  group: 'requests',
  subject: 'operation',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'status of|for? request|operation? {op}',
        'show|view|open|see me? status? of? request|operation? {op}',
        'what happened to|with {op}',
        "what's|whats the status of {op}",
        'what is the status of {op}',
        'how is {op} going|doing?',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'status för|på|om? begäran|ärende|ärendet? {op}',
        'visa|öppna|se status|statusen? för|på? begäran|ärende|ärendet? {op}',
        'vad hände|händer med {op}',
        'vad har hänt med {op}',
        'hur går det med|för {op}',
      ],
    },
  },
  canonical: { en: 'status …', sv: 'status …' },
  examples: { en: ['status OP-7F3K', 'show OP-7F3K'], sv: ['status OP-7F3K', 'visa OP-7F3K'] },
  toQuery: () => ({ kind: 'operation-status' }),
});
