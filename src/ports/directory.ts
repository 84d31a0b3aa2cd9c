import type { Identity, Person } from '../domain/person.ts';
import type { Customer, Partner } from '../domain/subscription/subscription.ts';

/** Who and whose: people, the partner, the customers. An unlinked identity is nobody (no role). */
export interface Directory {
  person(id: string): Promise<Person | null>;
  /** Those that are there, in the order asked for. */
  persons(ids: readonly string[]): Promise<readonly Person[]>;
  byIdentity(identity: Identity): Promise<Person | null>;
  /** In the order of import. */
  people(): Promise<readonly Person[]>;
  customer(id: string): Promise<Customer | null>;
  customers(ids: readonly string[]): Promise<readonly Customer[]>;
  allCustomers(): AsyncIterable<Customer>;
  customersChangedSince(machineTime: number): Promise<readonly Customer[]>;
  partner(): Promise<Partner | null>;
  putPerson(person: Person): Promise<void>;
  putCustomer(customer: Customer): Promise<void>;
  putPartner(partner: Partner): Promise<void>;
}
