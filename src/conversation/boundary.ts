import type { Desk } from '../ports/desk.ts';
import type { Envelope, Reply } from './inbound.ts';
import { readerOf } from './turn.ts';

/** The one place where a defect or an outage becomes an answer: a failure with the id under which it is logged. */
export async function guarded(desk: Desk, envelope: Envelope, answer: () => Promise<Reply>): Promise<Reply> {
  const began = desk.machine.now();
  const { channel } = envelope.place;
  try {
    const reply = await answer();
    const { correlation, view } = reply;
    desk.logger.info(
      { correlation, channel, view: view.view, milliseconds: desk.machine.now() - began },
      'answered',
    );
    return reply;
  } catch (error) {
    const correlation = desk.ids.unique();
    const why = isOutage(error) ? 'outage' : 'defect';
    desk.logger.error({ correlation, channel, why, err: error }, 'a turn failed');
    return failure(desk, envelope, correlation, why);
  }
}

/** The database or the network, as its driver names it; anything else is ours. */
function isOutage(error: unknown): boolean {
  return error instanceof Error && /^(?:Mongo|Mongoose)/u.test(error.name);
}

function failure(
  desk: Desk,
  { locale, timeZone }: Envelope,
  correlation: string,
  why: 'outage' | 'defect',
): Reply {
  const language = locale?.toLowerCase().startsWith('sv') ? 'sv' : 'en';
  const reader = readerOf(desk, null, language, timeZone ?? 'UTC');
  const view = { view: 'failure', correlation, why, actions: [] } as const;
  return { view, reader, correlation, audience: 'person', replaces: false };
}
