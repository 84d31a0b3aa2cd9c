import type { Instant } from '../domain/instant.ts';
import type { InputSpec, ViewKind } from './view.ts';

/** A run of text. `text` may come from a customer: it is data and is escaped for each chat. */
export type Span =
  | { readonly text: string }
  | { readonly strong: string }
  /** A sentence that can be typed. */
  | { readonly example: string }
  /** A person by name; a chat may mention them. */
  | { readonly person: string; readonly id: string }
  /** An instant, already in words (reader's zone and UTC); Slack turns it into each reader's own zone. */
  | { readonly at: Instant; readonly local: string; readonly utc: string };

export type Line = readonly Span[];

export interface Fact {
  readonly label: string;
  readonly value: Line;
}

/** At most one coloured box a card (design 7.1). */
export interface Box {
  readonly style: 'attention' | 'warning' | 'good' | 'emphasis';
  readonly lines: readonly Line[];
}

export interface StatedInput extends Omit<InputSpec, 'choices' | 'titles'> {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly error: string;
  readonly maxLength: number;
  readonly choices?: readonly { readonly id: string; readonly title: string }[];
  /** What to say above it now that it was wrong or missing. */
  readonly wrong?: string;
}

export interface StatedAction {
  readonly id: string;
  /** At most 27 characters (design 2.7). */
  readonly title: string;
  /** The card's title, where the button alone is short (tooltip, accessibility label). */
  readonly tooltip?: string;
  /** At most 24 characters, where a frame has less room: a Slack modal's buttons. */
  readonly short?: string;
  readonly role: 'act' | 'way-out' | 'next' | 'alternative' | 'choice';
  readonly inputs: readonly StatedInput[];
}

/** A piece of a list: a candidate, an alternative, an operation, with its own button if it has one. */
export interface Item {
  readonly title: Line;
  readonly lines: readonly Line[];
  readonly action?: StatedAction;
}

/** A table of at most three columns (design 7.7). */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Line[])[];
}

/** How a prompt stands in a message that cannot hold its form: what everybody sees until it is reviewed. */
export interface Waiting {
  readonly title: string;
  readonly lines: readonly Line[];
  /** "Review cancellation…": opens the form. */
  readonly review: string;
}

/** A view in words, in the order of design 1.1: what every rendering draws. */
export interface Statement {
  readonly view: ViewKind;
  readonly language: 'en' | 'sv';
  /** An operation's reference (also without buttons: a client may ask again) or a draft's id; '' if neither. */
  readonly on: string;
  readonly waiting: Waiting | null;
  readonly title: string;
  /** A heading over the items, '' without. */
  readonly itemsHeading: string;
  /** Domain · S-number · OP-number. */
  readonly identity: Line;
  /** Before the box: who asked, why a second person. */
  readonly asked: readonly Line[];
  readonly box: Box | null;
  readonly table: Table | null;
  /** One large line, and what it is made of. */
  readonly money: { readonly headline: string; readonly lines: readonly Line[] } | null;
  readonly facts: readonly Fact[];
  /** Headed groups of facts (Lost now, Afterwards, To put everything back). */
  readonly groups: readonly { readonly heading: string; readonly facts: readonly Fact[] }[];
  readonly paragraphs: readonly Line[];
  readonly items: readonly Item[];
  /** One sentence that names the alternatives with their price. */
  readonly alternatives: {
    readonly line: Line;
    readonly show: string;
    readonly actions: readonly StatedAction[];
  } | null;
  readonly inputs: readonly StatedInput[];
  /** Who may, until when; rule id; small. */
  readonly footer: readonly Line[];
  readonly actions: readonly StatedAction[];
  /** The verb alone, at most 24 characters: a Slack modal's title. */
  readonly short: string;
  /** state, verb, quantity × product, customer, S-number, undoable, money, until when, OP-number: one plain line (design 9). */
  readonly summary: string;
}
