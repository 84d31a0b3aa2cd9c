/** The page's five roles (G-1). */
export const ROLES = [
  'admin-agent',
  'billing-admin',
  'global-admin',
  'support-agent',
  'sales-agent',
] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['en', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Somebody of the partner who may talk to the desk. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  /** IANA. */
  readonly timeZone: string;
  readonly identities: readonly Identity[];
}

/** An account on a chat: Teams gives tenant and user (AAD object id), Slack team and user. */
export type Identity =
  | { readonly channel: 'teams'; readonly tenant: string; readonly user: string }
  | { readonly channel: 'slack'; readonly team: string; readonly user: string };
