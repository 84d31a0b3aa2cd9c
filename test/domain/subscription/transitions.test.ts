import { describe, expect, test } from '@jest/globals';
import type { SupportedCommand } from '../../../src/domain/subscription/command.ts';
import { CONDITIONS, type Condition } from '../../../src/domain/subscription/state.ts';
import {
  PRODUCT_CLASSES,
  type ProductClass,
  type Subscription,
} from '../../../src/domain/subscription/subscription.ts';
import { aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

const STATES = {
  pending: { status: 'pending' },
  active: { status: 'active' },
  paused: { status: 'suspended', suspensionKind: 'paused' },
  suspended: { status: 'suspended', suspendedAt: at('2021-09-05'), dataDeletionAt: at('2021-12-04') },
  deleted: { status: 'deleted' },
} as const satisfies Record<Condition, Partial<Subscription>>;

const COMMANDS = {
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  suspend: { type: 'suspend' },
  reactivate: { type: 'reactivate' },
  cancel: { type: 'cancel' },
  'auto-renew off': { type: 'set-auto-renew', enabled: false },
} as const satisfies Readonly<Record<string, SupportedCommand>>;

/** Per class, one word for each of CONDITIONS: ok, or the rule that refuses. A paused one that is not nce is suspended. */
const TABLE = {
  nce: {
    pause: 'P-5 ok P-5 P-5 P-5',
    resume: 'P-5 P-5 ok P-5 P-5',
    suspend: 'S-5 S-5 S-5 S-5 S-5',
    reactivate: 'S-5 S-5 S-5 S-5 S-5',
    cancel: 'X-11 ok ok ok X-11',
    'auto-renew off': 'R-2 ok R-2 R-2 R-2',
  },
  legacy: {
    pause: 'P-5 P-5 P-5 P-5 P-5',
    resume: 'P-5 P-5 P-5 P-5 P-5',
    suspend: 'S-1 ok S-1 S-1 S-1',
    reactivate: 'S-4 S-4 ok ok S-4',
    cancel: 'X-10 X-10 X-10 X-10 X-10',
    'auto-renew off': 'R-2 R-2 R-2 R-2 R-2',
  },
  'isv-license': {
    pause: 'P-5 P-5 P-5 P-5 P-5',
    resume: 'P-5 P-5 P-5 P-5 P-5',
    suspend: 'S-1 ok S-1 S-1 S-1',
    reactivate: 'S-4 S-4 ok ok S-4',
    cancel: 'X-11 ok ok ok X-11',
    'auto-renew off': 'R-2 ok R-2 R-2 R-2',
  },
  'isv-metered': {
    pause: 'P-5 P-5 P-5 P-5 P-5',
    resume: 'P-5 P-5 P-5 P-5 P-5',
    suspend: 'S-1 ok S-1 S-1 S-1',
    reactivate: 'S-4 S-4 ok ok S-4',
    cancel: 'X-4 X-4 X-4 X-4 X-4',
    'auto-renew off': 'R-2 ok R-2 R-2 R-2',
  },
} as const satisfies Record<ProductClass, Record<keyof typeof COMMANDS, string>>;

const CASES = PRODUCT_CLASSES.flatMap((productClass) =>
  (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).map((name) => [productClass, name] as const),
);

describe('class × status × command', () => {
  test.each(CASES)('F-35, F-40: %s, %s', (productClass, name) => {
    const found = CONDITIONS.map((condition) => {
      const subscription = aSubscription({ productClass, ...STATES[condition] });
      const { decision } = given({ subscription }).when(COMMANDS[name], '2021-09-10');
      return decision.outcome === 'accepted' ? 'ok' : decision.rules.join('+');
    });
    expect(found.join(' ')).toBe(TABLE[productClass][name]);
  });
});
