// Bare Bolt as its manual has it, with its own signature check: acknowledges, then answers with what is already there.
import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel, type RespondArguments } from '@slack/bolt';
import { close, listen } from '../../support/teams/connector.ts';
import { serveFor } from '../program.ts';
import { SIGNING_SECRET, SLACK_PATH } from '../slackRequest.ts';

await serveFor(async ({ answer = '' }) => {
  const receiver = new HTTPReceiver({
    signingSecret: SIGNING_SECRET,
    endpoints: SLACK_PATH,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({ botToken: 'xoxb-bench' }),
  });
  const constant = JSON.parse(answer) as RespondArguments;
  app.command('/sub', async ({ ack, respond }) => {
    await ack();
    await respond(constant);
  });
  const server = createServer((request, response) => receiver.requestListener(request, response));
  return { facts: { port: String(await listen(server)) }, stop: () => close(server) };
});
