import { facts } from '../application/query.ts';
import type { View } from '../views/view.ts';
import { acceptedOf, commandsOf } from './alternatives.ts';
import { shown } from './context.ts';
import { button, remember } from './memory.ts';
import type { Talk } from './turn.ts';

const OFFERED_ON_SHOW = [
  'resume',
  'reactivate',
  'set-quantity',
  'schedule-change',
  'remove-scheduled-change',
  'upgrade',
  'pause',
  'suspend',
  'cancel',
  'deprovision',
  // A cancellation offers it too.
  'auto-renew-off',
  'auto-renew-on',
];
/** A Teams card holds six buttons (design 2.8). */
const MOST_OFFERED = 5;

/** One subscription with everything due applied (F-92), and what could be done with it now. */
export async function subscriptionView(talk: Talk, subscriptionId: string): Promise<View | null> {
  const { desk } = talk;
  const found = await facts(desk, subscriptionId, (reading) => [
    { type: 'cancel' },
    ...commandsOf(OFFERED_ON_SHOW, reading).map(({ command }) => command),
  ]);
  const [cancel, ...decisions] = found?.decisions ?? [];
  if (!found || !cancel) return null;
  const { subscription } = found.snapshot;
  const offered = acceptedOf(commandsOf(OFFERED_ON_SHOW, { subscription, sku: found.sku }), decisions);
  const on = await remember(talk, { kind: 'about', subscription: subscription.id }, 'anyone');
  await shown(talk, subscription.id);
  const actions = ['history', ...offered.slice(0, MOST_OFFERED)].map(button);
  return {
    view: 'subscription',
    on,
    snapshot: found.snapshot,
    openOperation: found.openOperation,
    cancel,
    actions,
  };
}
