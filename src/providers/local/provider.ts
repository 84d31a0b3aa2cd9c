import type { Advance, LifecycleProvider } from '../../ports/lifecycleProvider.ts';
import { advance } from './advance.ts';
import { advanceAll } from './advanceAll.ts';
import { carryOn } from './carryOn.ts';
import { execute, lookup } from './execute.ts';
import type { LocalPorts } from './ports.ts';
import { overview, read } from './read.ts';
import { type Blocked, outcomeOf, startWalk, type Walk } from './walk.ts';

/** Our own lifecycle service: the desk's database is the system of record. */
export function createLocalProvider(ports: LocalPorts): LifecycleProvider {
  return {
    read: (subscriptionId, asOf, target) => read(ports, subscriptionId, asOf, target),
    overview: (subscriptionIds, asOf) => overview(ports, subscriptionIds, asOf),
    advance: (subscriptionId, asOf) => walked(ports, (walk) => advance(walk, subscriptionId, asOf)),
    advanceAll: (claimed, asOf) => advanceAll(ports, claimed, asOf),
    carryOn: (reference) => walked(ports, (walk) => carryOn(walk, reference)),
    execute: (request) => execute(ports, request),
    lookup: (_requestId, operation) => lookup(ports, operation),
  };
}

async function walked(ports: LocalPorts, go: (walk: Walk) => Promise<Blocked | null>): Promise<Advance> {
  const walk = startWalk(ports);
  return outcomeOf(walk, await go(walk));
}
