import type { Actor } from '../../src/application/outcomes.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Address } from '../../src/domain/operation/operation.ts';
import type { Person } from '../../src/domain/person.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policies/policy.ts';
import { due } from '../../src/domain/subscription/due.ts';
import type { Customer, Partner, Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Offer } from '../../src/ports/catalogue.ts';
import type { Desk, Stores } from '../../src/ports/desk.ts';
import type { Machine } from '../../src/ports/machine.ts';
import { createLocalProvider } from '../../src/providers/local/provider.ts';
import { randomIds } from '../../src/runtime/ids.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { systemMachine } from '../../src/runtime/systemClock.ts';
import { connectStorage } from '../../src/storage/connect.ts';
import { testDatabase } from './database.ts';
import { aBuyer, aStored } from './operations.ts';

export const NOW: Instant = '2021-09-03T12:00:00.000Z';

/** The defaults of the product: nothing tightened. */
export const POLICY: Policy = DEFAULT_POLICY;

function person(id: string, name: string, roles: Person['roles']): Person {
  return { id, name, roles, language: 'en', timeZone: 'Europe/Stockholm', identities: [] };
}

/** agent-1 asks, agent-2 is somebody else, boss-1 and boss-2 may approve, guest has no role. */
export const PEOPLE = {
  agent: person('agent-1', 'Ada Agent', ['support-agent']),
  other: person('agent-2', 'Sam Sales', ['sales-agent']),
  boss: person('boss-1', 'Bea Boss', ['admin-agent']),
  deputy: person('boss-2', 'Dan Deputy', ['billing-admin']),
  guest: person('guest', 'Gus Guest', []),
} as const satisfies Readonly<Record<string, Person>>;

export const PARTNER: Partner = {
  id: 'partner-1',
  name: 'Subdesk AB',
  type: 'direct-bill',
  country: 'SE',
  cloud: 'public',
};

export interface Seed {
  readonly now?: Instant;
  readonly policy?: Partial<Policy>;
  readonly partner?: Partner;
  readonly people?: readonly Person[];
  readonly customers?: readonly Customer[];
  readonly offers?: readonly Offer[];
  readonly subscriptions?: readonly Subscription[];
}

/** Real time that a test can move forward; a sleep is real. */
export interface MovableMachine extends Machine {
  forward(milliseconds: number): void;
}

export function movableMachine(): MovableMachine {
  const real = systemMachine();
  let ahead = 0;
  return {
    now: () => real.now() + ahead,
    sleep: real.sleep,
    forward: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

export interface TestDesk {
  readonly desk: Desk;
  /** A second process: its own connection to the same database, the same clocks. */
  readonly twin: Desk;
  readonly clock: { now(): Instant; set(now: Instant): void };
  readonly machine: MovableMachine;
  readonly uri: string;
  /** Puts another subscription there, as an import would. */
  add(...subscriptions: readonly Subscription[]): Promise<void>;
  /** Somebody who speaks, from a place of their own or a given one. */
  actor(person: Person | null, place?: Partial<Address>): Actor;
  close(): Promise<void>;
}

/** A desk over the real storage, with a clock in the test's hand, the local provider and the default policy. */
export async function testDesk(seed: Seed = {}): Promise<TestDesk> {
  const database = await testDatabase();
  const machine = movableMachine();
  let now = seed.now ?? NOW;
  const clock = {
    now: () => now,
    set: (instant: Instant) => {
      now = instant;
    },
  };
  const one = await connectStorage({ uri: database.uri, machine });
  await one.ensureIndexes();
  const two = await connectStorage({ uri: database.uri, machine });
  const policy = { ...POLICY, ...seed.policy };
  const desk = deskOver(one.stores, { clock, machine, policy });
  const twin = deskOver(two.stores, { clock, machine, policy });
  await fill(one.stores, seed);
  return {
    desk,
    twin,
    clock,
    machine,
    uri: database.uri,
    add: (...subscriptions) => insertAll(one.stores, subscriptions),
    actor: actorAt,
    async close() {
      await Promise.all([one.close(), two.close()]);
      await database.close();
    },
  };
}

/** Composes stores (wrapped ones too) into a desk. */
export function deskOver(stores: Stores, parts: Pick<Desk, 'clock' | 'machine' | 'policy'>): Desk {
  const { clock, machine, policy } = parts;
  const provider = createLocalProvider({ ...stores, machine, rulebook: policy.rulebook });
  return { ...stores, clock, machine, policy, provider, ids: randomIds(), logger: silentLogger() };
}

export function actorAt(person: Person | null, place: Partial<Address> = {}): Actor {
  const at = {
    channel: 'console',
    workspace: '',
    conversation: 'c-1',
    message: '',
    extra: {},
    ...place,
  } as const;
  const language = person?.language ?? 'en';
  return {
    person,
    identity: `console//${person?.id ?? 'unknown'}`,
    place: at,
    language,
    correlation: 'test',
  };
}

async function fill(stores: Stores, seed: Seed): Promise<void> {
  await stores.directory.putPartner(seed.partner ?? PARTNER);
  for (const one of seed.people ?? Object.values(PEOPLE)) await stores.directory.putPerson(one);
  for (const one of seed.customers ?? [aBuyer()]) await stores.directory.putCustomer(one);
  for (const one of seed.offers ?? []) await stores.catalogue.put(one);
  await insertAll(stores, seed.subscriptions ?? [aStored({ unitPrice: '36.50' })]);
}

async function insertAll(stores: Stores, subscriptions: readonly Subscription[]): Promise<void> {
  for (const one of subscriptions) {
    if (!(await stores.subscriptions.insert(one, due(one).at, null)))
      throw new Error(`${one.id} is there already`);
  }
}
