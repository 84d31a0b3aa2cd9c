/** The endpoints of one cloud; no host name of Microsoft stands anywhere else (platforms.md 2.9). */
export interface CloudEndpoints {
  /** Where our own token comes from; the tenant is put behind it for a single-tenant bot. */
  readonly loginPrefix: string;
  readonly loginUrl: string;
  /** Who our token is for. */
  readonly scope: string;
  /** Who signs what comes in. */
  readonly tokenIssuer: string;
  readonly openIdMetadataUrl: string;
  readonly emulatorOpenIdMetadataUrl: string;
  readonly oauthUrl: string;
  readonly callerId: string;
  /** Hosts that our token may be sent to; a leading dot takes every host below it. */
  readonly serviceHosts: readonly string[];
}

export type Cloud = 'public' | 'usgov';

/** Public (GCC uses it with its own API host) and GCC High / DoD. */
export const CLOUDS: Readonly<Record<Cloud, CloudEndpoints>> = {
  public: {
    loginPrefix: 'https://login.microsoftonline.com/',
    loginUrl: 'https://login.microsoftonline.com/botframework.com',
    scope: 'https://api.botframework.com',
    tokenIssuer: 'https://api.botframework.com',
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    emulatorOpenIdMetadataUrl:
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    oauthUrl: 'https://api.botframework.com',
    callerId: 'urn:botframework:azure',
    serviceHosts: ['smba.trafficmanager.net', '.teams.microsoft.com'],
  },
  usgov: {
    loginPrefix: 'https://login.microsoftonline.us/',
    loginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
    scope: 'https://api.botframework.us',
    tokenIssuer: 'https://api.botframework.us',
    openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    emulatorOpenIdMetadataUrl:
      'https://login.microsoftonline.us/common/v2.0/.well-known/openid-configuration',
    oauthUrl: 'https://api.botframework.azure.us',
    callerId: 'urn:botframework:azureusgov',
    serviceHosts: ['.teams.microsoft.us'],
  },
};

/** True for a service URL that this cloud's connector answers at; loopback only where it is listed (tests). */
export function isKnownService(serviceUrl: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username } = new URL(serviceUrl);
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  if (!secure || username !== '') return false;
  return hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
}

/** A host name or a socket's address that never leaves this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}
