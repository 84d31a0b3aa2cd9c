import type { Cloud, CloudEndpoints } from './clouds.ts';

export interface TeamsDemo {
  /** No token is asked for: requests and service URLs of this machine only. */
  readonly mode: 'demo';
}

export interface TeamsAuthenticated {
  readonly mode: 'authenticated';
  readonly appId: string;
  readonly tenantId: string;
  /** Tenants whose people may talk to the bot; the activity's tenant is compared on every request. */
  readonly allowedTenants: readonly string[];
  readonly cloud: Cloud;
  /** How we prove who we are to Teams: exactly one of these. */
  readonly password?: string;
  readonly certificate?: { readonly thumbprint: string; readonly privateKey: string };
  readonly managedIdentity?: true;
  /** Any other source of our own token for a scope (a federated credential, a test). */
  readonly accessToken?: (scope: string) => Promise<string>;
  /** In place of the cloud's, one by one (tests, a private cloud). */
  readonly endpoints?: Partial<CloudEndpoints>;
}

export type TeamsConfig = TeamsDemo | TeamsAuthenticated;
