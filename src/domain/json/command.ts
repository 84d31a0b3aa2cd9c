import type { LifecycleCommand, Reason } from '../subscription/command.ts';
import { BILLING_CYCLES, TERMS } from '../subscription/subscription.ts';
import {
  bad,
  flag,
  integer,
  isObject,
  object,
  oneOf,
  optional,
  type Parsed,
  type Reader,
  type Readers,
  said,
  text,
  word,
} from './reader.ts';

type Of<Type extends LifecycleCommand['type']> = Extract<LifecycleCommand, { type: Type }>;
type Own<Type extends LifecycleCommand['type']> = Readers<Omit<Of<Type>, 'type' | 'reason' | 'reasonText'>>;

// A reason outside the list passes here: refusing it is the rules' matter (G-2, F-07).
const REASON = { reason: optional(text as Reader<Reason>), reasonText: optional(said) };

/** Every command's shape. */
const COMMANDS = {
  cancel: of('cancel', {}),
  pause: of('pause', {}),
  resume: of('resume', {}),
  suspend: of('suspend', {}),
  reactivate: of('reactivate', {}),
  'set-auto-renew': of('set-auto-renew', { enabled: flag }),
  'set-quantity': of('set-quantity', { quantity: integer }),
  'schedule-change': of('schedule-change', {
    sku: optional(word),
    quantity: optional(integer),
    termDuration: optional(oneOf(TERMS)),
    billingCycle: optional(oneOf(BILLING_CYCLES)),
  }),
  'remove-scheduled-change': of('remove-scheduled-change', {}),
  upgrade: of('upgrade', {
    sku: word,
    quantity: optional(integer),
    timing: oneOf(['now', 'term-end']),
    target: optional(word),
  }),
  deprovision: of('deprovision', {}),
} as const satisfies { readonly [Type in LifecycleCommand['type']]: Reader<Of<Type>> };

function of<Type extends LifecycleCommand['type']>(type: Type, own: Own<Type>): Reader<Of<Type>> {
  return object({ type: oneOf([type]), ...REASON, ...own } as unknown as Readers<Of<Type>>);
}

export function parseCommand(value: unknown, name = 'command'): Parsed<LifecycleCommand> {
  if (!isObject(value)) return bad(value === undefined ? `${name} is missing` : `${name} must be an object`);
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(COMMANDS, type)) {
    return bad(`${name}.type must be one of ${Object.keys(COMMANDS).join(', ')}`);
  }
  const reader: Reader<LifecycleCommand> = COMMANDS[type as LifecycleCommand['type']];
  return reader(value, name);
}
