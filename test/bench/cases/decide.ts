import { decideLine, parseDecideLine } from '../../../src/domain/json/decideLine.ts';
import { decide } from '../../../src/domain/subscription/decide.ts';
import {
  aCustomer,
  aLegacy,
  aMetered,
  anIsvLicense,
  aPartner,
  aSubscription,
} from '../../support/builders.ts';
import type { Case } from '../case.ts';
import { interleaved, timeEach } from '../measure.ts';
import { rateRow } from '../table.ts';

const DEFAULTS = { now: '2021-09-03T12:00:00.000Z', rulebook: '2021-08' } as const;

/** Every command on every product class: accepted, refused by class, by status and for want of a reason. */
const COMMANDS = [
  { type: 'pause', reason: 'non-payment' },
  { type: 'resume' },
  { type: 'suspend', reason: 'non-payment' },
  { type: 'reactivate' },
  { type: 'cancel', reason: 'customer-request' },
  { type: 'cancel' },
  { type: 'set-auto-renew', enabled: false },
];
const SUBSCRIPTIONS = [aSubscription(), anIsvLicense(), aMetered(), aLegacy()];

export const decideCase: Case = {
  name: 'decide',
  against:
    'for the pure decision JSON.parse of its input line; for the line JSON.parse of it and JSON.stringify of the answer',
  async run({ rounds, milliseconds }) {
    const lines = SUBSCRIPTIONS.flatMap((subscription) =>
      COMMANDS.map((command) => lineOf(subscription, command)),
    );
    const inputs = lines.map(inputOf);
    const answers = lines.map((line) => decideLine(line, DEFAULTS));
    const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;
    const [pure] = await interleaved(
      rounds,
      () => [timeEach(milliseconds, (index) => decide(at(inputs, index)))],
      () => [timeEach(milliseconds, (index) => JSON.parse(at(lines, index)))],
    );
    const [whole] = await interleaved(
      rounds,
      () => [timeEach(milliseconds, (index) => JSON.stringify(decideLine(at(lines, index), DEFAULTS)))],
      () => [
        timeEach(milliseconds, (index) => {
          JSON.parse(at(lines, index));
          JSON.stringify(at(answers, index));
        }),
      ],
    );
    return [rateRow('decide, pure', pure), rateRow('decide a line of JSON', whole)];
  },
};

function lineOf(subscription: object, command: object): string {
  return JSON.stringify({ subscription, customer: aCustomer(), partner: aPartner(), command, ...DEFAULTS });
}

function inputOf(line: string) {
  const parsed = parseDecideLine(JSON.parse(line), DEFAULTS);
  if (!parsed.ok) throw new Error(`the line is bad: ${parsed.problem}`);
  return parsed.value;
}
