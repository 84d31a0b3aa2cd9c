import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { MAX_SKEW } from './limits.ts';

export interface Signed {
  /** Names this very request: the same again is a replay. */
  readonly fingerprint: string;
  /** When Slack signed it, milliseconds. */
  readonly signedAt: number;
}

/** Checks Slack's signature over the raw bytes with any of the secrets (two during rotation); null: not from Slack, too old or from the future. */
export function verifySignature(
  raw: Buffer,
  headers: { readonly timestamp: string; readonly signature: string },
  secrets: readonly string[],
  now: number,
): Signed | null {
  if (!/^\d{1,12}$/.test(headers.timestamp) || !/^v0=[0-9a-f]{64}$/.test(headers.signature)) return null;
  const signedAt = Number(headers.timestamp) * 1000;
  if (Math.abs(now - signedAt) > MAX_SKEW) return null;
  const base = Buffer.concat([Buffer.from(`v0:${headers.timestamp}:`), raw]);
  const given = Buffer.from(headers.signature.slice(3), 'hex');
  // Every secret is tried whatever the first said: the time taken tells nothing.
  const matches = secrets.map((secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(base).digest(), given),
  );
  if (!matches.includes(true)) return null;
  return { fingerprint: createHash('sha256').update(base).digest('hex'), signedAt };
}
