import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { propose } from '../../src/application/propose.ts';
import { relay } from '../../src/application/relay.ts';
import { runAllDue, runDue } from '../../src/application/runDue.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import { isFinal } from '../../src/domain/operation/states.ts';
import type { Person } from '../../src/domain/person.ts';
import type { LifecycleCommand } from '../../src/domain/subscription/command.ts';
import type { Accepted } from '../../src/domain/subscription/decision.ts';
import { sameTerms } from '../../src/domain/subscription/terms.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { aMetered } from '../support/builders.ts';
import { Crashed, type CrashingStores, crashingStores } from '../support/crashing.ts';
import { actorAt, deskOver, NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { faultsOf } from '../support/invariants.ts';
import { ALL_INPUTS, clicks, nce, request } from '../support/stories.ts';
import { OFFERS, planThree } from '../support/upgrades.ts';
import { type Act, type By, type Process, steps, TARGET } from './acts.ts';

const RUNS = Number(process.env['SUBDESK_MODEL_RUNS'] ?? 60);
const SEED = Number(process.env['SUBDESK_MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A base, its add-on, one whose month ends soon, one with the SKU that is upgraded to, and usage. */
const SUBSCRIPTIONS = ['a', 'b', 'c', 'd', 'e'] as const;
const APPROVAL = [{ when: { tier: 4 }, by: ['admin-agent', 'billing-admin'] }] as const;

/** What the outside knows of an operation: who asked, and what its prompt promised. */
interface Shown {
  readonly reference: string;
  readonly requester: string;
  readonly decision: Accepted;
}

interface Model {
  readonly t: TestDesk;
  readonly processes: readonly [CrashingStores, CrashingStores];
  readonly prefix: string;
  readonly shown: Shown[];
  readonly over: Set<string>;
  last: (Act & { readonly kind: 'click' }) | null;
}

function deskOf({ t, processes }: Model, which: Process): Desk {
  const process = processes[which];
  if (process.isDead()) process.restart();
  return deskOver(process.stores, t.desk);
}

async function perform(model: Model, one: Act): Promise<void> {
  switch (one.kind) {
    case 'propose':
      return doPropose(model, one);
    case 'click':
      model.last = one;
      return doClicks(model, one);
    case 'redeliver':
      return model.last
        ? doClick(model, { ...model.last, process: model.last.process === 0 ? 1 : 0 })
        : undefined;
    case 'later':
      return model.t.clock.set(plus(model.t.clock.now(), one.minutes));
    case 'elsewhere':
      return moveElsewhere(model, one.on);
    case 'work':
      model.t.machine.forward(11_000);
      await runDue(deskOf(model, one.process));
      return;
    case 'crash':
      model.processes[one.process].crashAt(one);
  }
}

async function doPropose(model: Model, one: Act & { kind: 'propose' }): Promise<void> {
  const id = `${model.prefix}${SUBSCRIPTIONS[one.on]}`;
  const outcome = await propose(
    deskOf(model, one.process),
    actorAt(PEOPLE[one.who]),
    request(id, aimed(one.command, model.prefix)),
  );
  if (outcome.kind === 'prompt') show(model, outcome.operation);
}

function aimed(command: LifecycleCommand, prefix: string): LifecycleCommand {
  return command.type === 'upgrade' && command.target === TARGET
    ? { ...command, target: `${prefix}${TARGET}` }
    : command;
}

async function doClicks(model: Model, one: Act & { kind: 'click' }): Promise<void> {
  const process = one.process === 0 ? 1 : 0;
  const what = one.also === 'the same' ? one.what : (['requester', 'withdraw'] as const);
  const both = one.also === null ? [one] : [one, { ...one, process, what } as const];
  await allOver(both.map((click) => doClick(model, click)));
}

/** Waits for each, also when one has died: a click still under way is not overtaken by the next act or by `finish`. */
async function allOver(clicks: readonly Promise<void>[]): Promise<void> {
  const died = (await Promise.allSettled(clicks)).find(({ status }) => status === 'rejected');
  if (died?.status === 'rejected') throw died.reason;
}

async function doClick(model: Model, one: Act & { kind: 'click' }): Promise<void> {
  const open = model.shown.filter(({ reference }) => !model.over.has(reference));
  const shown = (open.length > 0 && !one.stale ? open : model.shown).at(-1 - one.operation);
  if (!shown) return;
  const inputs = one.typed ? { ...ALL_INPUTS, comment: 'no' } : {};
  const [by, action] = one.what;
  const person = clicker(shown, by);
  const outcome = await clicks(deskOf(model, one.process), person, shown.reference, action, inputs);
  tally.clicks[outcome.kind] = (tally.clicks[outcome.kind] ?? 0) + 1;
  if (outcome.kind === 'already-decided' || outcome.kind === 'expired') model.over.add(shown.reference);
  if (outcome.kind === 'settled' && isFinal(outcome.operation)) model.over.add(shown.reference);
  if (outcome.kind === 'terms-changed') show(model, outcome.operation);
}

function clicker({ requester }: Shown, by: By): Person {
  if (by === 'approver') return requester === PEOPLE.boss.id ? PEOPLE.deputy : PEOPLE.boss;
  if (by === 'anybody') return PEOPLE.other;
  return Object.values(PEOPLE).find((person) => person.id === requester) ?? PEOPLE.guest;
}

function show(model: Model, { reference, requester, decision }: Operation): void {
  model.shown.push({ reference, requester, decision });
}

/** An import: whatever is promised of this subscription has other terms then. */
async function moveElsewhere({ t, prefix }: Model, on: number): Promise<void> {
  const id = `${prefix}${SUBSCRIPTIONS[on]}`;
  const row = await t.desk.subscriptions.get(id);
  if (!row || row.hold?.pinned) return;
  const { quantity, autoRenewEnabled } = row.subscription;
  const after = { quantity: (quantity ?? 0) + 1, autoRenewEnabled: !autoRenewEnabled };
  const event = {
    id: `${id}/${row.version + 1}`,
    at: t.clock.now(),
    what: 'imported',
    rules: [],
    after,
  } as const;
  await t.desk.subscriptions.commit({
    id,
    version: row.version,
    operation: null,
    after,
    events: [event],
    nextDue: t.clock.now(),
  });
}

function plus(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

let t: TestDesk;
let serial = 0;
beforeAll(async () => {
  t = await testDesk({ policy: { approval: APPROVAL }, offers: OFFERS });
});
afterAll(() => t.close());

/** What the runs came to: a run that never clicks proves nothing. */
const tally = { acts: 0, effects: 0, clicks: {} as Record<string, number> };

async function tallyEffects(): Promise<void> {
  for await (const { what } of t.desk.audit.all()) if (what === 'executed') tally.effects += 1;
}

/** Looking at everything after each run stays quick in a database that is not full of earlier ones. */
const FRESH_AFTER = 15;

const SOON = {
  termDuration: 'P1M',
  billingCycle: 'monthly',
  effectiveStartDate: '2021-08-20T00:00:00.000Z',
  commitmentEndDate: '2021-09-20T00:00:00.000Z',
} as const;

async function start(): Promise<Model> {
  serial += 1;
  if (serial % FRESH_AFTER === 0) {
    await tallyEffects();
    const full = t;
    t = await testDesk({ policy: { approval: APPROVAL }, offers: OFFERS });
    await full.close();
  }
  const prefix = `m${serial}`;
  t.clock.set(NOW);
  await t.add(
    nce(`${prefix}a`),
    nce(`${prefix}b`, { parentSubscriptionId: `${prefix}a` }),
    nce(`${prefix}c`, SOON),
    planThree(`${prefix}d`),
    aMetered({ id: `${prefix}e`, reference: `S-${prefix}e` }),
  );
  const processes = [crashingStores(t.desk), crashingStores(t.twin)] as const;
  return { t, processes, prefix, shown: [], over: new Set(), last: null };
}

/** Both processes gone, a third one does what is due, long after every lease and prompt. */
async function finish(model: Model): Promise<void> {
  model.t.machine.forward(11_000);
  await runAllDue(t.desk);
  model.t.clock.set(plus(model.t.clock.now(), 24 * 60 + 1));
  await runAllDue(t.desk);
  await relay(t.desk);
}

async function brokenPromises({ shown }: Model): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { reference, decision: promised } of shown) {
    const operation = await t.desk.operations.get(reference);
    if (operation?.result?.outcome !== 'done') continue;
    if (!sameTerms(promised, operation.result.decision)) broken.push(`${reference}: not what was promised`);
  }
  return broken;
}

/** A process that dies answers nothing; anything else that is thrown is a defect. */
async function survive(model: Model, one: Act): Promise<void> {
  try {
    await perform(model, one);
  } catch (error) {
    if (!(error instanceof Crashed) && !model.processes.some((process) => process.isDead())) throw error;
  }
}

test(
  `whatever is clicked, crashes or comes late: at most one effect, as promised and confirmed (seed ${SEED}, ${RUNS} runs)`,
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const model = await start();
        for (const together of story) {
          await Promise.all(together.map((one) => survive(model, one)));
          tally.acts += together.length;
        }
        await finish(model);
        expect([...(await faultsOf(t.desk, { settled: true })), ...(await brokenPromises(model))]).toEqual(
          [],
        );
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: false },
    );
    await tallyEffects();
    process.stdout.write(`model: seed ${SEED}, ${RUNS} runs, ${JSON.stringify(tally)}\n`);
    expect(tally.effects).toBeGreaterThan(0);
  },
  60_000 + RUNS * 5_000,
);
