import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { CLOUDS, type CloudEndpoints } from './clouds.ts';
import type { TeamsAuthenticated, TeamsConfig } from './config.ts';

/** The SDK's credentials are only ever asked to sign a request. */
interface Signer {
  signRequest(request: { headers: { set(name: string, value: string): void } }): Promise<unknown>;
}

/** The endpoints in force: the cloud's, with what the configuration puts in their place. */
export function endpointsOf(config: TeamsAuthenticated): CloudEndpoints {
  return { ...CLOUDS[config.cloud], ...config.endpoints };
}

/** How the bot proves who it is. Throws on a configuration that would silently turn authentication off. */
export function createCredentials(config: TeamsConfig): ConfigurationServiceClientCredentialFactory {
  if (config.mode === 'demo') return new ConfigurationServiceClientCredentialFactory({});
  if (config.appId.trim() === '' || config.tenantId.trim() === '') {
    throw new Error(
      'Teams needs an application id and a tenant id: without them botbuilder authenticates nothing.',
    );
  }
  if (config.accessToken !== undefined) return new TokenCredentials(config.appId, config.accessToken);
  return new CloudCredentials(config);
}

function optionsOf(config: TeamsAuthenticated): Record<string, string> {
  const base = { MicrosoftAppId: config.appId, MicrosoftAppTenantId: config.tenantId };
  if (config.managedIdentity) return { ...base, MicrosoftAppType: 'UserAssignedMsi' };
  if (config.certificate !== undefined) {
    return {
      ...base,
      MicrosoftAppType: 'SingleTenant',
      CertificateThumbprint: config.certificate.thumbprint,
      CertificatePrivateKey: config.certificate.privateKey,
    };
  }
  return { ...base, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: config.password ?? '' };
}

/** A class because the SDK takes nothing else: a certificate would always log in at the public cloud, whatever the cloud is. */
class CloudCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #endpoint: string;

  constructor(config: TeamsAuthenticated) {
    super(optionsOf(config));
    this.#endpoint = endpointsOf(config).loginPrefix + config.tenantId;
  }

  override async createCredentials(appId: string, audience: string, login: string, validate: boolean) {
    const credentials = await super.createCredentials(appId, audience, login, validate);
    if ('oAuthEndpoint' in credentials) credentials.oAuthEndpoint = this.#endpoint;
    return credentials;
  }
}

/** A class for the same reason: our own source of tokens behind the SDK's factory. */
class TokenCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #appId: string;
  readonly #accessToken: (scope: string) => Promise<string>;

  constructor(appId: string, accessToken: (scope: string) => Promise<string>) {
    super({});
    this.#appId = appId;
    this.#accessToken = accessToken;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(_appId: string, audience: string) {
    const accessToken = this.#accessToken;
    const signer: Signer = {
      async signRequest(request) {
        request.headers.set('Authorization', `Bearer ${await accessToken(audience)}`);
        return request;
      },
    };
    return signer as unknown as Awaited<
      ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>
    >;
  }
}
