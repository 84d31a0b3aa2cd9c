import type { Conversation, Envelope, Reply } from '../../src/conversation/inbound.ts';

export interface Scripted extends Conversation {
  readonly heard: Envelope[];
  readonly shown: { readonly operation: string; readonly message: string; readonly revision: number }[];
}

/** A conversation that answers as it is told; the same event twice is a duplicate, as with the inbox. */
export function scriptedConversation(script: {
  readonly answer?: (envelope: Envelope) => Promise<Reply>;
  readonly present?: (operation: string) => Promise<Reply | null>;
  readonly receive?: () => Promise<void>;
}): Scripted {
  const heard: Envelope[] = [];
  const shown: Scripted['shown'] = [];
  const seen = new Set<string>();
  return {
    heard,
    shown,
    async receive(envelope) {
      await script.receive?.();
      if (seen.has(envelope.event)) return 'duplicate';
      seen.add(envelope.event);
      heard.push(envelope);
      const { answer } = script;
      return answer === undefined ? 'duplicate' : { answer: () => answer(envelope) };
    },
    present: async (operation) => (await script.present?.(operation)) ?? null,
    whoIs: async () => null,
    showed: async (operation, address, revision) => {
      shown.push({ operation, message: address.message, revision });
    },
  };
}
