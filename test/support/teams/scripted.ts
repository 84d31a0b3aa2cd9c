import type { Conversation, Envelope, Reply } from '../../../src/conversation/inbound.ts';
import type { Address } from '../../../src/domain/operation/operation.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { View } from '../../../src/views/view.ts';

/** A conversation that answers as told: what the channel asks of it is kept. */
export interface Scripted extends Conversation {
  readonly received: Envelope[];
  readonly shown: { operation: string; address: Address; revision: number }[];
}

export interface Script {
  readonly reply?: (envelope: Envelope) => Reply | Promise<Reply>;
  readonly present?: (operation: string, person: Person | null) => Reply | null;
  readonly whoIs?: (from: Envelope['from']) => Person | null;
}

export function scripted(script: Script = {}): Scripted {
  const received: Envelope[] = [];
  const shown: Scripted['shown'] = [];
  const events = new Set<string>();
  const reply = script.reply ?? (() => aReply({ view: 'welcome', actions: [] }));
  return {
    received,
    shown,
    receive: async (envelope) => {
      if (events.has(envelope.event)) return 'duplicate';
      events.add(envelope.event);
      received.push(envelope);
      return { answer: async () => reply(envelope) };
    },
    present: async (operation, person) => script.present?.(operation, person) ?? null,
    whoIs: async (from) => script.whoIs?.(from) ?? null,
    showed: async (operation, address, revision) => void shown.push({ operation, address, revision }),
  };
}

export function aReply(view: View, fields: Partial<Omit<Reply, 'view'>> = {}): Reply {
  return {
    view,
    reader: { language: 'en', timeZone: 'Europe/Stockholm', now: '2021-09-03T12:00:00.000Z', person: null },
    correlation: 'correlation-1',
    audience: 'everyone',
    replaces: false,
    ...fields,
  };
}
