import type { Slots } from '../commands/defineCommand.ts';
import type { Language } from '../domain/person.ts';

/** Why a sentence must not act (interfaces.md, "Intents and slots of parse"). */
export type Because =
  | 'negation'
  | 'question'
  | 'several'
  | 'quotation'
  | 'past'
  | 'hypothetical'
  | 'third-party'
  | 'incomplete'
  | 'ambiguous-quantity'
  | 'unsupported-date'
  | 'unknown';

/** What `parse` answers, in the order that interfaces.md has. */
export type Parsed =
  | { readonly text: string; readonly intent: string; readonly subject?: string; readonly slots: Slots }
  | {
      readonly text: string;
      readonly intent: null;
      readonly because: Because;
      readonly suggestions: readonly string[];
    };

/** What a suggestion is made of: the thing that was probably meant. */
export interface Meant {
  readonly name: string;
  readonly subject: string | null;
  readonly slots: Slots;
  /** In which it was said. */
  readonly language?: Language;
}
