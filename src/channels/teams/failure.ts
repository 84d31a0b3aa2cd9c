import type { Envelope, Reply } from '../../conversation/inbound.ts';
import type { Language } from '../../domain/person.ts';

/** The language of somebody we know nothing else about. */
export function languageOf(locale: string | null): Language {
  return locale?.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

/** The channel's one boundary: whatever broke behind it becomes a private word with the number that is in the log. */
export function failureReply(envelope: Envelope, correlation: string, now: number): Reply {
  return {
    view: { view: 'failure', correlation, why: 'outage', actions: [] },
    reader: {
      language: languageOf(envelope.locale),
      timeZone: envelope.timeZone ?? 'UTC',
      now: new Date(now).toISOString(),
      person: null,
    },
    correlation,
    audience: 'person',
    replaces: false,
  };
}
