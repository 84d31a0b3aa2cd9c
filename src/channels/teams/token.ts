import type { CloudEndpoints } from './clouds.ts';
import { TEAMS_LIMITS } from './limits.ts';

type Claims = Readonly<Record<string, unknown>>;

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/**
 * Why a bearer token need not even be verified, or null. Nothing here is trusted: the signature, the key's endorsement and the
 * serviceurl claim are botbuilder's to check. It keeps out what botbuilder would take by another door (tokens of the
 * emulator and of skills, issued by Entra) or answer with a 500.
 */
export function whyRefused(
  header: string,
  appId: string,
  endpoints: CloudEndpoints,
  now: number,
): string | null {
  const parts = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header);
  if (parts === null) return 'no bearer token';
  const head = decode(parts[1]);
  const claims = decode(parts[2]);
  if (head === null || claims === null) return 'malformed token';
  if (!ALGORITHMS.includes(String(head['alg']))) return 'algorithm';
  if (claims['iss'] !== endpoints.tokenIssuer) return 'issuer';
  if (claims['aud'] !== appId) return 'audience';
  return whyNotNow(claims, now);
}

function whyNotNow(claims: Claims, now: number): string | null {
  const { exp, nbf } = claims;
  if (typeof exp !== 'number' || exp * 1000 + TEAMS_LIMITS.tokenSkewMilliseconds <= now) return 'expired';
  if (
    nbf !== undefined &&
    (typeof nbf !== 'number' || nbf * 1000 - TEAMS_LIMITS.tokenSkewMilliseconds > now)
  ) {
    return 'not yet valid';
  }
  return null;
}

function decode(part: string | undefined): Claims | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Claims) : null;
  } catch {
    return null;
  }
}
