import type { Envelope, Input } from '../../conversation/inbound.ts';
import { CONSOLE_LIMITS } from './limits.ts';

/** One line of a run: what is said or clicked, by whom, on which operation (interfaces.md, "A conversation in JSON"). */
export type Line =
  | { readonly kind: 'sentence'; readonly text: string; readonly as: string | null }
  | {
      readonly kind: 'click';
      readonly action: string;
      /** null: the latest of this run (F-88). */
      readonly operation: string | null;
      readonly inputs: Readonly<Record<string, string>>;
      readonly as: string | null;
    };

/** Reads a line: a plain sentence, or an object with `text` or `click`; null when it is neither. */
export function readLine(line: string): Line | null {
  if (line.length > CONSOLE_LIMITS.line) return null;
  if (!line.trimStart().startsWith('{')) return { kind: 'sentence', text: line, as: null };
  const value = parsed(line);
  if (!isRecord(value)) return null;
  const { text, click, operation = null, inputs = {}, as = null } = value;
  if (as !== null && typeof as !== 'string') return null;
  if (typeof text === 'string' && click === undefined) return { kind: 'sentence', text, as };
  if (typeof click !== 'string' || text !== undefined) return null;
  const typed = readInputs(inputs);
  if (!typed || (operation !== null && typeof operation !== 'string')) return null;
  return { kind: 'click', action: click, operation, inputs: typed, as };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Typed values; a number may come as one. */
function readInputs(value: unknown): Readonly<Record<string, string>> | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value).map(
    ([key, typed]) => [key, typeof typed === 'number' ? String(typed) : typed] as const,
  );
  return entries.every(([, typed]) => typeof typed === 'string')
    ? (Object.fromEntries(entries) as Record<string, string>)
    : null;
}

/** Who speaks in which run, and when. */
export interface Spoken {
  readonly as: string;
  readonly run: string;
  readonly event: string;
  readonly sentAt: number;
}

export function toEnvelope({ as, run, event, sentAt }: Spoken, input: Input): Envelope {
  return {
    event,
    from: { channel: 'console', person: as },
    place: { channel: 'console', workspace: '', conversation: run, message: '', extra: {} },
    personal: false,
    locale: null,
    timeZone: null,
    sentAt,
    input,
  };
}
