import { randomUUID } from 'node:crypto';
import type { Conversation, Reply } from '../../conversation/inbound.ts';
import type { Language } from '../../domain/person.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Machine } from '../../ports/machine.ts';
import { failureReply } from './errors.ts';
import type { Heard } from './heard.ts';
import { ACK_BUDGET } from './limits.ts';
import type { Respond } from './responseUrl.ts';
import type { Users } from './users.ts';
import type { Web } from './web.ts';
import { type Work, within } from './work.ts';

/** What every turn in Slack works with. */
export interface Tools {
  readonly conversation: Conversation;
  readonly logger: Logger;
  readonly machine: Machine;
  readonly web: Web;
  readonly respond: Respond;
  readonly users: Users;
  readonly work: Work;
}

export interface Turn {
  /** Stored, or so long waited for that Slack must have its answer first. */
  readonly acknowledgeable: Promise<unknown>;
  /** null: seen before, forgotten. Never rejects: what broke is a failure view with its log line. */
  readonly reply: () => Promise<Reply | null>;
}

/** Step 0 of protocol.md, and what follows once Slack has been answered. */
export function takeTurn(tools: Tools, heard: Heard): Turn {
  const receiving = tools.conversation.receive(heard.envelope);
  receiving.catch(() => undefined);
  return {
    acknowledgeable: within(
      tools.machine,
      ACK_BUDGET,
      receiving.catch(() => undefined),
    ),
    reply: () => answer(tools, heard, receiving),
  };
}

async function answer(
  tools: Tools,
  heard: Heard,
  receiving: ReturnType<Conversation['receive']>,
): Promise<Reply | null> {
  try {
    const received = await receiving;
    return received === 'duplicate' ? null : await received.answer();
  } catch (error) {
    return failed(tools, heard, error);
  }
}

function failed(tools: Tools, heard: Heard, error: unknown): Reply {
  const correlation = randomUUID();
  tools.logger.error({ correlation, by: heard.by, err: error }, 'a turn in Slack failed');
  const language: Language = heard.envelope.locale?.toLowerCase().startsWith('sv') ? 'sv' : 'en';
  return failureReply(correlation, error, language, new Date(tools.machine.now()).toISOString());
}
