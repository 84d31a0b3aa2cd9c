// Bare botbuilder: the token checked, the invoke answered with a card that is already there.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import { close, listen } from '../../support/teams/connector.ts';
import { APP_ID, ISSUER, TENANT } from '../../support/teams/identity.ts';
import { serveFor } from '../program.ts';

type Process = (request: object, response: object, logic: Logic) => Promise<void>;
type Logic = (context: TurnContext) => Promise<void>;

await serveFor(async ({ openIdMetadataUrl = '', body = '' }) => {
  const adapter = new CloudAdapter(authentication(openIdMetadataUrl));
  const process = adapter.process.bind(adapter) as unknown as Process;
  const value = { status: 200, body: JSON.parse(body) as unknown };
  const server = createServer(async (request, response) => {
    await process(await requestOf(request), responseOf(response), async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value });
    });
  });
  return { facts: { port: String(await listen(server)) }, stop: () => close(server) };
});

function authentication(openIdMetadataUrl: string): ConfigurationBotFrameworkAuthentication {
  const anywhere = 'https://login.example';
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: anywhere,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: anywhere,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: anywhere,
      CallerId: 'urn:botframework:azure',
    },
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'unused',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
    }),
  );
}

/** All that CloudAdapter asks of express. */
async function requestOf(request: IncomingMessage): Promise<object> {
  const body: unknown = JSON.parse((await buffer(request)).toString('utf8'));
  return { method: request.method, headers: request.headers, body };
}

function responseOf(response: ServerResponse): object {
  const shim = {
    status: (code: number) => {
      response.statusCode = code;
      return shim;
    },
    header: (name: string, value: string) => response.setHeader(name, value),
    send: (sent: unknown) => {
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.write(typeof sent === 'string' ? sent : JSON.stringify(sent));
      return shim;
    },
    end: () => response.end(),
  };
  return shim;
}
