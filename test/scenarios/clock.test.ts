import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import { type Instant, plus } from '../../src/domain/instant.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { connectStorage, type Storage } from '../../src/storage/connect.ts';
import { deskOver, type MovableMachine, type TestDesk, testDesk } from '../support/desk.ts';
import { OPENED, randomDesks, subscriptionsOf } from '../support/desks.ts';
import { aBuyer } from '../support/operations.ts';
import { OFFERS } from '../support/upgrades.ts';

const RUNS = Number(process.env['SUBDESK_CLOCK_RUNS'] ?? 10);
const SEED = Number(process.env['SUBDESK_CLOCK_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const CLOSED: Instant = plus(OPENED, { months: 37 });

let diligent: TestDesk;
let yearly: TestDesk;
let busy: TestDesk;
let third: Storage;
beforeAll(async () => {
  [diligent, yearly, busy] = await Promise.all([
    testDesk({ offers: OFFERS, subscriptions: [] }),
    testDesk({ offers: OFFERS, subscriptions: [] }),
    testDesk({ offers: OFFERS, subscriptions: [] }),
  ]);
  third = await connectStorage({ uri: busy.uri, machine: busy.machine });
});
afterAll(async () => {
  await third.close();
  await Promise.all([diligent, yearly, busy].map((one) => one.close()));
});

/** Looks at each instant at which something is due, and a millisecond before. */
async function lookAtEveryInstant({ desk, clock }: TestDesk, customer: string): Promise<void> {
  for (;;) {
    const [next] = await instantsOf(desk, customer);
    if (next === undefined || next > CLOSED) break;
    clock.set(plus(next, { milliseconds: -1 }));
    expect(await runAllDue(desk)).toEqual([]);
    clock.set(next);
    expect((await runAllDue(desk)).length).toBeGreaterThan(0);
  }
  clock.set(CLOSED);
  await runAllDue(desk);
}

/** When rows are due, oldest first: asked of the rows themselves. */
async function instantsOf(desk: Desk, customer: string): Promise<readonly Instant[]> {
  const instants: Instant[] = [];
  for (const { subscription } of await desk.subscriptions.ofCustomer(customer)) {
    const reading = await desk.provider.read(subscription.id, '2000-01-01T00:00:00.000Z');
    if (reading?.nextDue) instants.push(reading.nextDue);
  }
  return instants.sort();
}

async function lookOnceAYear({ desk, clock }: TestDesk): Promise<void> {
  for (const months of [13, 25, 37]) {
    clock.set(plus(OPENED, { months }));
    await runAllDue(desk);
  }
}

/** Three processes, each looking when it likes, at moments that are drawn. */
async function lookAtRandom(
  { desk, twin, clock, machine }: TestDesk,
  days: readonly number[],
): Promise<void> {
  const quick = { ...machine, sleep: (milliseconds: number) => skip(machine, milliseconds) };
  const processes = [desk, twin, third.stores].map((stores) => deskOver(stores, { ...desk, machine: quick }));
  const moments = [...days.map((day) => plus(OPENED, { days: day })).sort(), CLOSED];
  for (const moment of moments) {
    clock.set(moment);
    await Promise.all(processes.map((one) => runAllDue(one)));
    machine.forward(1_000);
  }
}

/** Waits for a lease as long as it takes, in no time. */
async function skip(machine: MovableMachine, milliseconds: number): Promise<void> {
  machine.forward(milliseconds);
  await machine.sleep(1);
}

interface Outcome {
  readonly subscriptions: readonly unknown[];
  readonly events: readonly unknown[];
}

async function outcomeOf({ desk }: TestDesk, customer: string): Promise<Outcome> {
  await relay(desk);
  const subscriptions: unknown[] = [];
  const events: { readonly id: string }[] = [];
  for (const { subscription, version } of await desk.subscriptions.ofCustomer(customer)) {
    subscriptions.push({ version, ...subscription });
    events.push(...(await desk.audit.ofSubscription(subscription.reference, 1000)));
  }
  events.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { subscriptions, events };
}

const tally = { events: 0, created: 0, together: 0 };
let serial = 0;

test(
  `whoever runs the worker and when: the same subscriptions and the same events (seed ${SEED}, ${RUNS} runs)`,
  async () => {
    const days = fc.array(fc.nat(37 * 30), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(randomDesks, days, async (drawn, moments) => {
        serial += 1;
        const prefix = `p${serial}-`;
        const subscriptions: readonly Subscription[] = subscriptionsOf(drawn, prefix).map((one) => ({
          ...one,
          customerId: prefix,
        }));
        for (const one of [diligent, yearly, busy]) {
          one.clock.set(OPENED);
          await one.desk.directory.putCustomer(aBuyer({ id: prefix }));
          await one.add(...subscriptions);
        }
        await Promise.all([
          lookAtEveryInstant(diligent, prefix),
          lookOnceAYear(yearly),
          lookAtRandom(busy, moments),
        ]);
        const wanted = await outcomeOf(diligent, prefix);
        tally.events += wanted.events.length;
        tally.created += wanted.subscriptions.length - subscriptions.length;
        expect(await outcomeOf(yearly, prefix)).toEqual(wanted);
        expect(await outcomeOf(busy, prefix)).toEqual(wanted);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: false },
    );
    for await (const { requester } of diligent.desk.operations.all())
      if (requester === 'clock') tally.together += 1;
    process.stdout.write(`clock: seed ${SEED}, ${RUNS} runs, ${JSON.stringify(tally)}\n`);
    expect(tally.together).toBeGreaterThan(0);
  },
  60_000 + RUNS * 10_000,
);
