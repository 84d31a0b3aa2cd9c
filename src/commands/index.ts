import { approvals } from './approvals.ts';
import { autoRenew } from './autoRenew.ts';
import { cancel } from './cancel.ts';
import type { Command } from './defineCommand.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { list } from './list.ts';
import { myRequests } from './myRequests.ts';
import { operationStatus } from './operationStatus.ts';
import { pause } from './pause.ts';
import { preview } from './preview.ts';
import { reactivate } from './reactivate.ts';
import { renewals } from './renewals.ts';
import { resume } from './resume.ts';
import { show } from './show.ts';
import { suspend } from './suspend.ts';
import { whoami } from './whoami.ts';
import { withdraw } from './withdraw.ts';

/** Everything that people may type; help, suggestions and manifests are derived from it, in this order. */
export const COMMANDS: readonly Command[] = [
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
  myRequests,
  approvals,
  withdraw,
  operationStatus,
  help,
  whoami,
];

/** The command of that name. */
export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
