import type { Address } from '../domain/operation/operation.ts';
import type { Identity, Language, Person } from '../domain/person.ts';
import type { Reader, View } from '../views/view.ts';

/** What a channel received, neutral and untrusted. */
export type Input =
  | { readonly kind: 'sentence'; readonly text: string; readonly edited?: boolean; readonly bot?: boolean }
  /** `on`: an operation's reference or a draft's id. Absent: the latest of this run (F-88, console only). */
  | {
      readonly kind: 'click';
      readonly action: string;
      readonly on: string;
      readonly inputs: Readonly<Record<string, string>>;
    }
  /** Look again at what the card stands for; changes nothing. */
  | { readonly kind: 'refresh'; readonly on: string }
  /** The bot was installed here: answered with `welcome`, once. */
  | { readonly kind: 'arrival' };

export interface Envelope {
  /** The platform's id of this event, for deduplication: unique within channel and workspace. */
  readonly event: string;
  /** Whose account; a person id directly on the channels of this machine (browser, console). */
  readonly from: Identity | { readonly channel: 'browser' | 'console'; readonly person: string };
  /** Where it was said; `message` is the card's for a click. */
  readonly place: Address;
  /** Personal: only this person reads there. */
  readonly personal: boolean;
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** When it was said, real clock, milliseconds; older than ten minutes changes nothing. */
  readonly sentAt: number;
  readonly input: Input;
}

/** Made at the edge, passed along, never looked up. */
export interface Turn {
  readonly correlation: string;
  readonly person: Person | null;
  readonly identity: string;
  readonly place: Address;
  readonly personal: boolean;
  readonly language: Language;
  readonly reader: Reader;
}

export interface Reply {
  readonly view: View;
  readonly reader: Reader;
  readonly correlation: string;
  /** 'person': a private word; only the one who spoke should see it. */
  readonly audience: 'everyone' | 'person';
  /** The reply takes the place of the clicked card (else it is a new message). */
  readonly replaces: boolean;
}

/** What a channel is given. */
export interface Conversation {
  /** Stores the inbound once (before the platform's acknowledgement); `duplicate` is acknowledged and forgotten. */
  receive(envelope: Envelope): Promise<'duplicate' | { readonly answer: () => Promise<Reply> }>;
  /** The present state of an operation as `person` (null: everybody in the channel) may see it; null if unknown. */
  present(
    operation: string,
    person: Person | null,
    language: Language,
    timeZone: string,
  ): Promise<Reply | null>;
  /** Who that account is. */
  whoIs(from: Envelope['from']): Promise<Person | null>;
  /** A card of the operation now stands there and shows that revision. */
  showed(operation: string, address: Address, revision: number): Promise<void>;
}
