import { addOns } from './addOns.ts';
import { approvals } from './approvals.ts';
import { autoRenew } from './autoRenew.ts';
import { buy } from './buy.ts';
import { buyAddOn } from './buyAddOn.ts';
import { cancel } from './cancel.ts';
import { cart } from './cart.ts';
import { catalog } from './catalog.ts';
import { checkout } from './checkout.ts';
import type { Command } from './defineCommand.ts';
import { deprovision } from './deprovision.ts';
import { dropCart } from './dropCart.ts';
import { find } from './find.ts';
import { grant } from './grant.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { myRequests } from './myRequests.ts';
import { notify } from './notify.ts';
import { operationStatus } from './operationStatus.ts';
import { pause } from './pause.ts';
import { preview } from './preview.ts';
import { reactivate } from './reactivate.ts';
import { removeScheduledChange } from './removeScheduledChange.ts';
import { renewals } from './renewals.ts';
import { resume } from './resume.ts';
import { review } from './review.ts';
import { scheduleChange } from './scheduleChange.ts';
import { setQuantity } from './setQuantity.ts';
import { show } from './show.ts';
import { showScheduledChange } from './showScheduledChange.ts';
import { stopNotifying } from './stopNotifying.ts';
import { suspend } from './suspend.ts';
import { upgrade } from './upgrade.ts';
import { whoami } from './whoami.ts';
import { withdraw } from './withdraw.ts';

/** Every sentence that the grammar tells apart, in the order of help. */
export const KNOWN: readonly Command[] = [
  find,
  list,
  show,
  history,
  renewals,
  preview,
  pause,
  resume,
  suspend,
  reactivate,
  cancel,
  autoRenew,
  setQuantity,
  scheduleChange,
  showScheduledChange,
  removeScheduledChange,
  upgrade,
  deprovision,
  catalog,
  buy,
  cart,
  review,
  checkout,
  dropCart,
  addOns,
  buyAddOn,
  myRequests,
  approvals,
  withdraw,
  operationStatus,
  notify,
  stopNotifying,
  grant,
  link,
  help,
  whoami,
];

/** Everything that people may type and the desk does; help, suggestions and manifests are derived from it. */
export const COMMANDS: readonly Command[] = KNOWN.filter((command) => !('notYet' in command));

/** The command of that name that the desk does. */
export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
