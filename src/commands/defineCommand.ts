import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import type { LifecycleCommand, LifecycleCommandType, Reason } from '../domain/subscription/command.ts';
import type { BillingCycle, TermDuration } from '../domain/subscription/subscription.ts';

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
  readonly termDuration?: TermDuration;
  readonly billingCycle?: BillingCycle;
  readonly publisher?: string;
  readonly billingType?: string;
  readonly category?: string;
  readonly role?: string;
  readonly person?: string;
  readonly topic?: string;
}

export type SlotName = keyof Slots;

/** A command whose sentence left something out: what is asked for before anything is decided (F-62). */
export interface Unfinished {
  readonly type: LifecycleCommandType;
  readonly missing: readonly SlotName[];
  /** Asked for with it; what stands there may stay. */
  readonly beside?: readonly SlotName[];
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
  /** "pausing": an order only after "would you mind" and its like. */
  readonly ing?: readonly string[];
  /** "paused", "pausad": an order only in "I want it paused". */
  readonly ed?: readonly string[];
  /** "pauses", "had paused": none of them is an order. */
  readonly others?: readonly string[];
}

/** A way of saying it: conversation/pattern.ts tells the little language. */
export interface Phrase {
  readonly pattern: string;
  readonly slots?: Slots;
}

export interface Phrases {
  readonly verbs: readonly VerbForms[];
  /** "cancellation": what is asked for with "… of contoso e3". */
  readonly nouns?: readonly string[];
  readonly ways: readonly (string | Phrase)[];
}

export type Group = 'look-up' | 'preview' | 'access' | 'end' | 'change' | 'buy' | 'requests' | 'people';

interface Described {
  readonly name: string;
  readonly group: Group;
  readonly subject: SubjectKind;
  /** `anyone`: answers people without a role too (F-97). */
  readonly permission: 'anyone' | 'role';
  /** What a sentence means that leaves it out. */
  readonly usual?: Slots;
  readonly phrases: Readonly<Record<Language, Phrases>>;
  /** Sentences that work as typed; the first is what a suggestion is made of: `…` stands for the subject. */
  readonly canonical: Readonly<Record<Language, string>>;
  readonly examples: Readonly<Record<Language, readonly string[]>>;
}

/** One thing that people may ask for: exactly one of the two makes it act or read. */
export type Command = Described &
  (
    | {
        /** Of slots as conversation/completing.ts leaves them: a quantity, a SKU's id, a target's id. */
        readonly toLifecycleCommand: (slots: Slots) => LifecycleCommand | Unfinished;
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
    /** Says what is announced in the place where it was said. */
    | {
        readonly board: 'wish' | 'unwish';
        readonly toLifecycleCommand?: undefined;
        readonly toQuery?: undefined;
      }
    /** Told apart and not done by this desk yet: the one mark that goes when it is. */
    | {
        readonly notYet: 'acts' | 'reads';
        readonly atTermEnd?: true;
        readonly toLifecycleCommand?: undefined;
        readonly toQuery?: undefined;
      }
  );

/** Changes something, as against looking something up. */
export function acts(command: Command): boolean {
  return 'notYet' in command ? command.notYet === 'acts' : command.toQuery === undefined;
}

/** Types a command where it is written. */
export function defineCommand<C extends Command>(command: C): C {
  return command;
}

/** The reason that a sentence gave, as the lifecycle service wants it. */
export function reasonOf({ reason, reasonText }: Slots): Pick<Slots, 'reason' | 'reasonText'> {
  return { ...(reason && { reason }), ...(reasonText && { reasonText }) };
}
