import { aSubscription } from '../../support/builders.ts';
import {
  CUSTOMER_SIZE,
  customerId,
  type Desk,
  DUE_SINCE,
  HOLDER,
  reference,
  subscriptionId,
} from './desk.ts';

/** One thing that the desk asks of its database. */
export interface Operation {
  readonly name: string;
  /** So many ask at the same time. */
  readonly clients: number;
  /** `turn` never comes again on one desk. */
  run(desk: Desk, turn: number): Promise<void>;
  /** What makes the desk as large as before; not measured. */
  undo?(desk: Desk): Promise<unknown>;
}

const NEW = 'customer-new';
const NOW = Date.UTC(2030, 0, 1);
/** Far from each other, and in no order. */
const STRIDE = 7_919;

export const OPERATIONS: readonly Operation[] = [
  { name: 'insert', clients: 1, run: insert, undo: removeNew },
  { name: 'findOne by id', clients: 1, run: byId },
  { name: 'findOne by index', clients: 1, run: byReference },
  { name: 'findOneAndUpdate, one client', clients: 1, run: pin },
  { name: 'findOneAndUpdate, sixteen clients', clients: 16, run: pin },
  { name: `page of ${CUSTOMER_SIZE} by index`, clients: 1, run: page },
  { name: 'claim of due work', clients: 1, run: claim },
];

async function insert({ storage }: Desk, turn: number): Promise<void> {
  const fresh = aSubscription({ id: `new-${turn}`, reference: `N-${turn}`, customerId: NEW });
  expect(await storage.stores.subscriptions.insert(fresh, null, null), `new-${turn} inserted`);
}

function removeNew({ bare }: Desk): Promise<unknown> {
  return bare.collection('subscriptions').deleteMany({ customerId: NEW });
}

async function byId({ storage, documents }: Desk, turn: number): Promise<void> {
  const id = subscriptionId(placeOf(turn, documents));
  expect(await storage.stores.subscriptions.get(id), id);
}

async function byReference({ storage, documents }: Desk, turn: number): Promise<void> {
  const name = reference(placeOf(turn, documents));
  expect(await storage.stores.subscriptions.byReference(name), name);
}

/** findOneAndUpdate by id and holder; each turn changes `touchedAt`, which is in an index. */
export async function pin({ storage, documents }: Desk, turn: number): Promise<void> {
  const id = subscriptionId(placeOf(turn, documents));
  expect(await storage.stores.subscriptions.pin(id, HOLDER), id);
}

async function page({ storage, documents }: Desk, turn: number): Promise<void> {
  const customer = customerId(placeOf(turn, documents), documents);
  const found = await storage.stores.subscriptions.ofCustomer(customer);
  expect(found.length === CUSTOMER_SIZE, customer);
}

/** findOneAndUpdate by index and sort; what is claimed goes to the end of the queue, which never empties. */
async function claim({ storage, documents }: Desk, turn: number): Promise<void> {
  const again = DUE_SINCE + documents + turn;
  expect(await storage.stores.deliveries.claim(['teams', 'slack'], NOW, again), 'work that is due');
}

function placeOf(turn: number, documents: number): number {
  return (turn * STRIDE) % documents;
}

function expect(found: unknown, what: string): void {
  if (!found) throw new Error(`the database does not know ${what}`);
}
