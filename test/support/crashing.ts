import type { Stores } from '../../src/ports/desk.ts';

const SETBACKS = ['failed', 'postpone', 'setAside', 'putBack'] as const;

/** Every port method that writes (protocol.md: "a crash between any two writes"). */
const WRITES = {
  subscriptions: [
    'hold',
    'borrow',
    'pin',
    'commit',
    'release',
    'insert',
    'catchUp',
    'relayed',
    'claimDue',
    'letGo',
    ...SETBACKS,
  ],
  operations: [
    'insert',
    'restore',
    'change',
    'discard',
    'claim',
    'renew',
    'showed',
    'forgetCard',
    'leaseCards',
    'releaseCards',
    'relayed',
    ...SETBACKS,
  ],
  audit: ['append', 'restore'],
  directory: ['putPerson', 'putCustomer', 'putPartner'],
  catalogue: ['put'],
  drafts: ['put', 'forget'],
  inbox: ['insert', 'answered', 'claimUnanswered', 'forget'],
  deliveries: ['insert', 'claim', 'claimBeside', 'done', 'postpone', 'giveUp'],
  addresses: ['remember'],
  boards: ['insert', 'change', 'remove', 'begin', 'finish'],
  upcoming: [],
} as const satisfies { readonly [K in keyof Stores]: readonly (keyof Stores[K])[] };

/** What is read bit by bit. */
const READERS: readonly string[] = ['all', 'allCustomers', 'records', 'recorded'];

/** The process is dead: nothing that it calls answers any more. */
export class Crashed extends Error {}

export interface CrashPoint {
  /** The write at which it dies, 1 is the first from now. */
  readonly write: number;
  /** `before`: it never reached the database. `after`: it did, and the answer was lost. */
  readonly when: 'before' | 'after';
}

export interface CrashingStores {
  readonly stores: Stores;
  /** Dies at that write, counted from now. */
  crashAt(point: CrashPoint): void;
  /** Starts again, alive. */
  restart(): void;
  /** Writes since the start or the last `crashAt`, in order, as "port.method". */
  writes(): readonly string[];
  isDead(): boolean;
}

type Method = (...args: readonly unknown[]) => unknown;

/** The same stores, seen through a process that can die between any two writes. */
export function crashingStores(real: Stores): CrashingStores {
  const life = { dead: false, point: null as CrashPoint | null, writes: [] as string[] };

  async function write(name: string, call: () => unknown): Promise<unknown> {
    life.writes.push(name);
    const dies = life.point?.write === life.writes.length ? life.point.when : null;
    if (dies === 'before') die();
    const answer = await call();
    if (dies === 'after') die();
    if (life.dead) throw new Crashed(name);
    return answer;
  }

  function die(): never {
    life.dead = true;
    throw new Crashed();
  }

  async function read(name: string, call: () => unknown): Promise<unknown> {
    const answer = await call();
    if (life.dead) throw new Crashed(name);
    return answer;
  }

  function wrapPort(port: object, portName: keyof Stores): object {
    const writing: readonly string[] = WRITES[portName];
    return new Proxy(port, {
      get(target, key) {
        const method = Reflect.get(target, key) as Method;
        const name = String(key);
        if (READERS.includes(name)) return method.bind(target);
        return (...args: readonly unknown[]) => {
          if (life.dead) return Promise.reject(new Crashed(name));
          const call = () => method.apply(target, [...args]);
          return writing.includes(name) ? write(`${portName}.${name}`, call) : read(name, call);
        };
      },
    });
  }

  const names = Object.keys(WRITES) as (keyof Stores)[];
  const stores = Object.fromEntries(names.map((name) => [name, wrapPort(real[name], name)]));
  return {
    stores: stores as unknown as Stores,
    crashAt(point) {
      Object.assign(life, { point, dead: false, writes: [] });
    },
    restart() {
      Object.assign(life, { point: null, dead: false, writes: [] });
    },
    writes: () => [...life.writes],
    isDead: () => life.dead,
  };
}
