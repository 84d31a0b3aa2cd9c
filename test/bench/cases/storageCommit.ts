import mongoose from 'mongoose';
import type { AuditEvent } from '../../../src/domain/event.ts';
import type { Commit } from '../../../src/ports/subscriptions.ts';
import { systemMachine } from '../../../src/runtime/systemClock.ts';
import { connectStorage, type SentCommand } from '../../../src/storage/connect.ts';
import { aSubscription } from '../../support/builders.ts';
import type { Case } from '../case.ts';
import { cpuMilliseconds, interleaved, median, type Round } from '../measure.ts';
import { startProgram } from '../program.ts';
import { costRow } from '../table.ts';

type Written = { readonly q: object; readonly u: object };

export const storageCommitCase: Case = {
  name: 'storage commit',
  against:
    "the bare driver's updateOne with the filter and the update that the port was seen to send, write concern and all",
  async run({ rounds, commits }) {
    const database = await startProgram('database', {});
    const uri = database.facts['uri'] ?? '';
    const written = await seen(uri);
    const product = await connectStorage({ uri, machine: systemMachine() });
    const bare = await mongoose.mongo.MongoClient.connect(uri, {
      writeConcern: { w: 'majority', journal: true },
    });
    const rows = bare.db().collection<{ _id: string }>('subscriptions');
    const { subscriptions } = product.stores;
    for (let index = 0; index < commits; index += 1) {
      for (const side of ['port', 'bare']) await insert(subscriptions, `${side}-${index}`);
    }
    const measured = await interleaved(
      rounds,
      roundOf(commits, (id, version) => subscriptions.commit(commitOf(`port-${id}`, version))),
      roundOf(commits, async (id, version) => {
        const { matchedCount } = await rows.updateOne(
          { ...written.q, _id: `bare-${id}`, version },
          written.u,
        );
        return matchedCount === 1;
      }),
    );
    await bare.close();
    await product.close();
    await database.stop();
    return [
      costRow('storage commit: acknowledged after', measured[0]),
      costRow('storage commit: processor time', measured[1]),
    ];
  },
};

type Port = Awaited<ReturnType<typeof connectStorage>>['stores']['subscriptions'];

/** What one commit of the port sends; leaves the indexes behind that the product has. */
async function seen(uri: string): Promise<Written> {
  const sent: SentCommand[] = [];
  const storage = await connectStorage({ uri, machine: systemMachine(), onCommand: (one) => sent.push(one) });
  await storage.ensureIndexes();
  await insert(storage.stores.subscriptions, 'seen');
  await storage.stores.subscriptions.commit(commitOf('seen', 0));
  await storage.close();
  const update = sent.find(({ name }) => name === 'update')?.command['updates'] as
    | readonly Written[]
    | undefined;
  if (update?.[0] === undefined) throw new Error('the port sent no update');
  return update[0];
}

async function insert(port: Port, id: string): Promise<void> {
  const inserted = await port.insert(
    aSubscription({ id, reference: `S-${id}` }),
    '2022-09-01T00:00:00.000Z',
    null,
  );
  if (!inserted) throw new Error(`${id} is there already`);
}

/** A pause, as the local provider commits one. */
function commitOf(id: string, version: number): Commit {
  const at = '2021-09-03T12:00:00.000Z';
  const after = { status: 'suspended', suspensionKind: 'paused', suspendedAt: at } as const;
  const before = { status: 'active', suspensionKind: null, suspendedAt: null } as const;
  const event: AuditEvent = {
    id: `${id}/${version + 1}`,
    at,
    what: 'executed',
    command: 'pause',
    operation: 'OP-7F3K',
    subscription: `S-${id}`,
    person: 'agent-1',
    roles: ['support-agent'],
    identity: 'teams/tenant/user',
    place: 'teams/tenant/conversation',
    reason: 'non-payment',
    rules: ['P-1'],
    before,
    after,
  };
  return { id, version, operation: null, after, events: [event], nextDue: '2022-09-01T00:00:00.000Z' };
}

/** Every row once a round, one after another: the version of the round is the filter's. */
function roundOf(commits: number, commit: (id: number, version: number) => Promise<boolean>): Round {
  let version = 0;
  return async () => {
    const took: number[] = [];
    const before = cpuMilliseconds();
    for (let id = 0; id < commits; id += 1) {
      const began = performance.now();
      if (!(await commit(id, version))) throw new Error(`commit ${id} at ${version} found nothing`);
      took.push(performance.now() - began);
    }
    version += 1;
    return [median(took), (cpuMilliseconds() - before) / commits];
  };
}
