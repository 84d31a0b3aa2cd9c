// The desk behind Teams, authenticated as in `serve`, with a cancellation that waits for its confirmation.
import { SAMPLE_PEOPLE, SAMPLE_TENANT } from '../../../src/cli/sample/people.ts';
import type { Composed } from '../../../src/compose.ts';
import { APP_ID } from '../../support/teams/identity.ts';
import { type Facts, serveFor } from '../program.ts';
import { serveSampleDesk } from './sampleDesk.ts';

await serveFor(({ uri, openIdMetadataUrl = '' }) =>
  serveSampleDesk(
    uri,
    {
      slack: null,
      teams: {
        mode: 'authenticated',
        appId: APP_ID,
        tenantId: SAMPLE_TENANT,
        allowedTenants: [SAMPLE_TENANT],
        cloud: 'public',
        accessToken: async () => 'unused',
        endpoints: { openIdMetadataUrl, serviceHosts: ['127.0.0.1'] },
      },
    },
    prompted,
  ),
);

/** Somebody with a role asked for it, so that the card has everything a card may have. */
async function prompted({ desk, conversation }: Composed): Promise<Facts> {
  const person = SAMPLE_PEOPLE[0]?.id ?? '';
  const received = await conversation.receive({
    event: 'bench',
    from: { channel: 'browser', person },
    place: { channel: 'browser', workspace: '', conversation: 'bench', message: '', extra: {} },
    personal: true,
    locale: null,
    timeZone: null,
    sentAt: desk.machine.now(),
    input: { kind: 'sentence', text: 'cancel contoso visio' },
  });
  if (received === 'duplicate') throw new Error('received twice');
  const { view } = await received.answer();
  if (view.view !== 'confirm' || view.on === undefined) throw new Error(`no prompt but ${view.view}`);
  return { operation: view.on };
}
