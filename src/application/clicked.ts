import type { Instant } from '../domain/instant.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { Person } from '../domain/person.ts';
import type { Desk } from '../ports/desk.ts';
import type { Actor, ClickRequest } from './outcomes.ts';

/** A click that names an existing operation, by somebody with a role. */
export interface Clicked {
  readonly desk: Desk;
  readonly actor: Actor & { readonly person: Person };
  readonly request: ClickRequest;
  readonly operation: Operation;
  readonly now: Instant;
}
