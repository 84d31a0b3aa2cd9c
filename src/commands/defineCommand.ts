import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import type { LifecycleCommand, Reason } from '../domain/subscription/command.ts';

/** What a sentence says beside its subject (interfaces.md, "Intents and slots of parse"). */
export interface Slots {
  readonly reason?: Reason;
  readonly reasonText?: string;
  readonly timing?: 'now' | 'term-end';
  readonly enabled?: boolean;
  /** The command that a preview previews. */
  readonly verb?: string;
  readonly quantity?: number;
  readonly delta?: number;
  readonly sku?: string;
  readonly product?: string;
  /** An existing subscription into which an upgrade goes (U-5). */
  readonly target?: string;
  readonly termDuration?: string;
  readonly billingCycle?: string;
  readonly publisher?: string;
  readonly billingType?: string;
  readonly role?: string;
  readonly person?: string;
  readonly topic?: string;
}

/** A reading: what conversation/ has to look up. */
export type Query =
  | {
      readonly kind:
        | 'help'
        | 'whoami'
        | 'find'
        | 'list'
        | 'show'
        | 'history'
        | 'my-requests'
        | 'approvals'
        | 'operation-status';
    }
  | { readonly kind: 'renewals'; readonly until: Instant }
  | { readonly kind: 'preview'; readonly verb: string };

/** What the words after the verb name. */
export type SubjectKind = 'nothing' | 'subscription' | 'customer' | 'operation' | 'topic' | 'words';

/** A verb in every form that a sentence may hold: only `say` commands, the others are reported, asked or feared. */
export interface VerbForms {
  readonly say: string;
  /** "pausing", "pauses", "paused": none of them is an order. */
  readonly others: readonly string[];
}

/** A way of saying it: pattern.ts tells the little language. `@` stands for each verb's `say`. */
export interface Phrase {
  readonly pattern: string;
  readonly slots?: Slots;
}

export interface Phrases {
  readonly verbs: readonly VerbForms[];
  readonly ways: readonly (string | Phrase)[];
}

export type Group = 'look-up' | 'preview' | 'access' | 'end' | 'change' | 'buy' | 'requests' | 'people';

interface Described {
  readonly name: string;
  readonly group: Group;
  readonly subject: SubjectKind;
  /** `anyone`: answers people without a role too (F-97). */
  readonly permission: 'anyone' | 'role';
  readonly phrases: Readonly<Record<Language, Phrases>>;
  /** Sentences that work as typed; the first is what a suggestion is made of: `…` stands for the subject. */
  readonly canonical: Readonly<Record<Language, string>>;
  readonly examples: Readonly<Record<Language, readonly string[]>>;
}

/** One thing that people may ask for: exactly one of the two makes it act or read. */
export type Command = Described &
  (
    | {
        readonly toLifecycleCommand: (slots: Slots) => LifecycleCommand;
        /** F-62: a verb that may also mean the prompt, so that "cancel it" is nobody's order. */
        readonly pronounIsUnclear?: readonly string[];
        /** The command makes sense at the end of the term too. */
        readonly atTermEnd?: true;
        readonly toQuery?: undefined;
      }
    | {
        readonly toQuery: (slots: Slots, now: Instant) => Query;
        readonly toLifecycleCommand?: undefined;
      }
    /** Ends a request of one's own: neither a lifecycle command nor a reading. */
    | { readonly ends: 'request'; readonly toLifecycleCommand?: undefined; readonly toQuery?: undefined }
  );

/** Types a command where it is written. */
export function defineCommand<C extends Command>(command: C): C {
  return command;
}

/** The reason that a sentence gave, as the lifecycle service wants it. */
export function reasonOf({ reason, reasonText }: Slots): Pick<Slots, 'reason' | 'reasonText'> {
  return { ...(reason && { reason }), ...(reasonText && { reasonText }) };
}
