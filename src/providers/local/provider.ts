import type { LifecycleProvider } from '../../ports/lifecycleProvider.ts';
import { advance } from './advance.ts';
import { execute, lookup } from './execute.ts';
import type { LocalPorts } from './ports.ts';
import { overview, read } from './read.ts';

/** Our own lifecycle service: the desk's database is the system of record. */
export function createLocalProvider(ports: LocalPorts): LifecycleProvider {
  return {
    read: (subscriptionId, asOf) => read(ports, subscriptionId, asOf),
    overview: (subscriptionIds, asOf) => overview(ports, subscriptionIds, asOf),
    advance: (subscriptionId, asOf) => advance(ports, subscriptionId, asOf),
    execute: (request) => execute(ports, request),
    lookup: (_requestId, operation) => lookup(ports, operation),
  };
}
