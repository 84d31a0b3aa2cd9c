import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { close, listen } from './connector.ts';

export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
export const ISSUER = 'https://api.botframework.com';

/** Stands in for Microsoft's login: its keys and its metadata are on loopback. */
export interface IdentityServer {
  readonly openIdMetadataUrl: string;
  /** A signed token with these claims over the usual ones. */
  sign(claims?: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>): string;
  close(): Promise<void>;
}

export interface SignOptions {
  /** What the token's serviceurl claim says. */
  readonly serviceUrl: string;
  /** Milliseconds: the token is good from ten minutes before to an hour after. */
  readonly now: number;
  readonly endorsements?: readonly string[];
}

/** One for all servers of a test file: making it takes longer than any test. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = randomUUID();

export async function identityServer(options: SignOptions): Promise<IdentityServer> {
  const key = {
    ...publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    endorsements: options.endorsements ?? ['msteams'],
  };
  const server = createServer((request, response) => {
    const keys = `http://${request.headers.host}/keys`;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(request.url === '/keys' ? { keys: [key] } : { issuer: ISSUER, jwks_uri: keys }),
    );
  });
  const port = await listen(server);
  const seconds = Math.floor(options.now / 1000);
  const usual = {
    iss: ISSUER,
    aud: APP_ID,
    serviceurl: options.serviceUrl,
    nbf: seconds - 600,
    exp: seconds + 3600,
  };
  return {
    openIdMetadataUrl: `http://127.0.0.1:${port}/openid`,
    sign: (claims = {}, header = {}) =>
      jwt({ alg: 'RS256', typ: 'JWT', kid, ...header }, { ...usual, ...claims }, privateKey),
    close: () => close(server),
  };
}

/** A token of a header and claims, signed by that key whatever the header says. */
export function jwt(header: object, claims: object, key: KeyObject): string {
  const unsigned = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
}
