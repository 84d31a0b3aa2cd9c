// The desk behind Slack, as in `serve`.
import { serveFor } from '../program.ts';
import { SIGNING_SECRET } from '../slackRequest.ts';
import { serveSampleDesk } from './sampleDesk.ts';

await serveFor(({ uri, apiUrl = '' }) =>
  serveSampleDesk(uri, {
    teams: null,
    slack: { signingSecrets: [SIGNING_SECRET], botToken: 'xoxb-bench', apiUrl },
  }),
);
