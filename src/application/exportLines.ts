import type { Desk } from '../ports/desk.ts';
import { relay } from './relay.ts';

/** One line of `export`: its kind first (interfaces.md). */
export type ExportLine = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Partner, people, customers, offers, subscriptions: what is stored; nothing due is applied (F-92). */
export async function* exportDesk(desk: Desk): AsyncGenerator<ExportLine> {
  const partner = await desk.directory.partner();
  if (partner !== null) yield { kind: 'partner', ...partner };
  for (const person of await desk.directory.people()) yield { kind: 'person', ...person };
  for await (const customer of desk.directory.allCustomers()) yield { kind: 'customer', ...customer };
  for await (const offer of desk.catalogue.all()) yield { kind: 'offer', ...offer };
  for await (const { subscription } of desk.subscriptions.all())
    yield { kind: 'subscription', ...subscription };
}

/** Every event, after what still stands in an outbox was written down. */
export async function* exportAudit(desk: Desk): AsyncGenerator<ExportLine> {
  await relay(desk);
  for await (const event of desk.audit.all()) yield { kind: 'event', ...event };
}
