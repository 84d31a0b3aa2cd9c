import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Address } from '../../domain/operation/operation.ts';
import type { Activity } from './activity.ts';
import type { TeamsConfig } from './config.ts';
import { connectorHttpClient } from './connector.ts';
import { createCredentials, endpointsOf } from './credentials.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type BotActivity = Parameters<Authentication['authenticateRequest']>[0];
type Verified = Awaited<ReturnType<Authentication['authenticateRequest']>>;

/** What a turn answers with: the HTTP status and the JSON body; undefined for anything but an invoke. */
export type TurnResponse = { readonly status: number; readonly body?: unknown } | undefined;

/** The SDK, held by one value: verify what came in, run a turn for it, continue a conversation. */
export interface Connection {
  /** Throws what botbuilder throws (errors.ts reads it). */
  verify(activity: Activity, authorization: string): Promise<Verified>;
  run(
    verified: Verified,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<TurnResponse>;
  /** A turn in a conversation that we know the address of. */
  proactively(reference: Reference, turn: (context: TurnContext) => Promise<void>): Promise<void>;
  /** A turn in the personal chat of the one who spoke at that address; throws where they have none with the bot. */
  alone(place: Address, turn: (context: TurnContext, conversation: string) => Promise<void>): Promise<void>;
}

export interface Reference {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenant: string;
  readonly bot: string;
  readonly personal: boolean;
}

/** A class only to reach processActivity: CloudAdapter.process writes errors to the console and answers them with 500 and their message. */
class Adapter extends CloudAdapter {
  run(verified: Verified, activity: BotActivity, turn: (context: TurnContext) => Promise<void>) {
    return this.processActivity(verified, activity, turn) as Promise<TurnResponse>;
  }
}

/** Connects to the cloud of the configuration, or to nobody in the demo. */
export function connect(config: TeamsConfig): Connection {
  const authentication = createAuthentication(config);
  const adapter = new Adapter(authentication);
  const appId = config.mode === 'demo' ? '' : config.appId;
  const scope = config.mode === 'demo' ? '' : endpointsOf(config).scope;
  return {
    verify: (activity, authorization) =>
      authentication.authenticateRequest(toBotActivity(activity), authorization),
    run: (verified, activity, turn) => adapter.run(verified, toBotActivity(activity), turn),
    proactively: (reference, turn) =>
      adapter.continueConversationAsync(appId, toBotReference(reference), scope, turn),
    alone: (place, turn) => {
      const { serviceUrl = '' } = place.extra;
      return adapter.createConversationAsync(
        appId,
        'msteams',
        serviceUrl,
        scope,
        personalChat(place),
        (context) => turn(context, context.activity.conversation.id),
      );
    },
  };
}

/** Asked for again it is the same chat: Teams keeps one for each person and bot. */
function personalChat(place: Address) {
  const { user = '', bot = '' } = place.extra;
  return {
    isGroup: false,
    bot: { id: bot, name: '' },
    members: [{ id: user, name: '' }],
    tenantId: place.workspace,
    channelData: { tenant: { id: place.workspace } },
  } as Parameters<Adapter['createConversationAsync']>[4];
}

function createAuthentication(config: TeamsConfig): Authentication {
  type Arguments = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
  const options = { httpClient: connectorHttpClient() } as unknown as Arguments[4];
  return new ConfigurationBotFrameworkAuthentication(
    authenticationOptions(config),
    createCredentials(config),
    undefined,
    undefined,
    options,
  );
}

/** All seven of its parameters, or botbuilder silently mixes in the public cloud's (toolchain.md). */
function authenticationOptions(config: TeamsConfig): Record<string, string> {
  if (config.mode === 'demo') return {};
  const endpoints = endpointsOf(config);
  return {
    ToChannelFromBotLoginUrl: endpoints.loginUrl,
    ToChannelFromBotOAuthScope: endpoints.scope,
    ToBotFromChannelTokenIssuer: endpoints.tokenIssuer,
    OAuthUrl: endpoints.oauthUrl,
    ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: endpoints.emulatorOpenIdMetadataUrl,
    CallerId: endpoints.callerId,
  };
}

/** Only what was checked goes into the SDK: it trusts every type and throws on the wrong one. */
function toBotActivity(activity: Activity): BotActivity {
  const { type, id, name, channelId, serviceUrl, conversation, from } = activity;
  return {
    type,
    id,
    name,
    channelId,
    serviceUrl,
    from: { id: from.id, name: '' },
    recipient: { id: activity.bot, name: '' },
    conversation: {
      id: conversation.id,
      conversationType: conversation.type,
      tenantId: conversation.tenantId,
      isGroup: conversation.isGroup,
    },
  } as BotActivity;
}

function toBotReference(reference: Reference) {
  return {
    channelId: 'msteams',
    serviceUrl: reference.serviceUrl,
    bot: { id: reference.bot, name: '' },
    conversation: {
      id: reference.conversation,
      tenantId: reference.tenant,
      conversationType: reference.personal ? 'personal' : 'groupChat',
      isGroup: !reference.personal,
      name: '',
    },
  };
}
