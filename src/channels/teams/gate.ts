import type { IncomingMessage } from 'node:http';
import type { Activity } from './activity.ts';
import { isKnownService, isLoopback } from './clouds.ts';
import type { TeamsAuthenticated } from './config.ts';
import { endpointsOf } from './credentials.ts';
import { whyRefused } from './token.ts';

/** A request turned away: 401 for who it is, 403 for what it may not; `why` is for the log, never for the caller. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly why: string;
}

/** Before the token is verified. */
export function refuseUnverified(config: TeamsAuthenticated, header: string, now: number): Refusal | null {
  const why = whyRefused(header, config.appId, endpointsOf(config), now);
  return why === null ? null : { status: 401, why };
}

/** After it: botbuilder checks neither the tenant, nor that a service URL is there, nor where it leads (platforms.md 2.7, 2.8). */
export function refuseVerified(config: TeamsAuthenticated, activity: Activity): Refusal | null {
  if (activity.channelId !== 'msteams') return { status: 403, why: 'channel' };
  if (!isKnownService(activity.serviceUrl, endpointsOf(config).serviceHosts)) {
    return { status: 403, why: 'service URL' };
  }
  return isAllowedTenant(config, activity) ? null : { status: 403, why: 'tenant' };
}

/** Every tenant that the activity names must be allowed: the chat's, the conversation's and the person's own. */
function isAllowedTenant(config: TeamsAuthenticated, activity: Activity): boolean {
  const named = [activity.tenant, activity.conversation.tenantId, activity.from.tenantId].filter(
    (id) => id !== '',
  );
  return named.length > 0 && named.every((id) => config.allowedTenants.includes(id));
}

/** The demo's gate: only this machine, both ways, and no page of a browser (a web site could post here). */
export function refuseInDemo(request: IncomingMessage, activity: Activity): Refusal | null {
  if (!isLoopback(request.socket.remoteAddress ?? '')) return { status: 403, why: 'not from this machine' };
  if (request.headers.origin !== undefined) return { status: 403, why: 'from a web page' };
  const leadsHome = isKnownService(activity.serviceUrl, ['127.0.0.1', 'localhost', '[::1]']);
  return leadsHome ? null : { status: 403, why: 'service URL' };
}
