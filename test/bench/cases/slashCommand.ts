import type { Case } from '../case.ts';
import { type Client, openClient } from '../client.ts';
import { interleaved, median, type Round } from '../measure.ts';
import { type Program, startProgram } from '../program.ts';
import { SLACK_PATH, signedHelp } from '../slackRequest.ts';
import { type SlackStandIn, slackStandIn } from '../slackStandIn.ts';
import { costRow } from '../table.ts';

export const slashCommandCase: Case = {
  name: 'Slack command',
  against:
    'bare Bolt with its own signature check, acknowledging the same request and answering the same blocks from memory',
  async run({ rounds, turns }) {
    const slack = await slackStandIn();
    const database = await startProgram('database', {});
    const desk = await startProgram('slackDesk', { ...database.facts, apiUrl: slack.apiUrl });
    const ours = commander(desk, slack);
    const { answer } = await ours.command();
    const bare = await startProgram('slackBare', { answer });
    const theirs = commander(bare, slack);
    const measured = await interleaved(rounds, roundOf(desk, turns, ours), roundOf(bare, turns, theirs));
    for (const one of [ours, theirs]) one.close();
    for (const program of [bare, desk, database]) await program.stop();
    await slack.close();
    return [
      costRow('Slack /sub help: acknowledged after', measured[0]),
      costRow('Slack /sub help: answered after', measured[1]),
      costRow('Slack /sub help: processor time', measured[2]),
    ];
  },
};

interface Commander extends Pick<Client, 'close'> {
  command(): Promise<{ readonly acknowledged: number; readonly answered: number; readonly answer: string }>;
}

/** Somebody who types a command and waits for its answer before the next. */
function commander({ facts }: Program, slack: SlackStandIn): Commander {
  const client = openClient(facts['port'] ?? '');
  let turn = 0;
  return {
    close: client.close,
    async command() {
      turn += 1;
      const { body, headers } = signedHelp(turn, slack.responseUrl);
      const answering = slack.nextAnswer();
      const began = performance.now();
      await client.post(SLACK_PATH, body, headers);
      const acknowledged = performance.now() - began;
      const answer = await answering;
      return { acknowledged, answered: performance.now() - began, answer };
    },
  };
}

/** Median times of a command, one at a time, and its processor time in the server. */
function roundOf(program: Program, turns: number, { command }: Commander): Round {
  return async () => {
    const before = await program.cpu();
    const took: { readonly acknowledged: number; readonly answered: number }[] = [];
    for (let turn = 0; turn < turns; turn += 1) took.push(await command());
    const cpu = (await program.cpu()) - before;
    return [
      median(took.map(({ acknowledged }) => acknowledged)),
      median(took.map(({ answered }) => answered)),
      cpu / turns,
    ];
  };
}
