import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Server } from 'node:net';
import { join } from 'node:path';
import { socketPathOf } from './folder.ts';

/** Where the owner listens: its socket, or where the system has none a port of this machine with a password. */
export type Address =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'port'; readonly port: number; readonly password: string };

/** The name that clients of a port give; the password is the secret. */
export const USER = 'subdesk';

/** Where a folder's owner listens, as far as that is known before there was one. */
export function addressIn(folder: string, sockets: boolean): Address | undefined {
  if (sockets) return { kind: 'socket', path: socketPathOf(folder) };
  const file = portFile(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Address) : undefined;
}

/** A port to be found, behind a new password. */
export function newPort(): Address {
  return { kind: 'port', port: 0, password: randomBytes(32).toString('hex') };
}

/** For the MongoDB driver. */
export function uriOf(address: Address): string {
  if (address.kind === 'socket')
    return `mongodb://${encodeURIComponent(address.path)}/subdesk?directConnection=true`;
  const { port, password } = address;
  const login = 'authMechanism=PLAIN&authSource=%24external';
  return `mongodb://${USER}:${password}@127.0.0.1:${port}/subdesk?directConnection=true&${login}`;
}

/**
 * Listens, and says where: at a former owner's port, so that its clients find back, or where somebody else has taken
 * that meanwhile at another one, with another password, for they may have been told the old one.
 */
export async function listenAt(server: Server, address: Address): Promise<Address> {
  if (address.kind === 'socket') {
    rmSync(address.path, { force: true });
    await listening(server, { path: address.path });
    chmodSync(address.path, 0o600);
    return address;
  }
  const host = '127.0.0.1';
  try {
    await listening(server, { host, port: address.port });
  } catch (error) {
    if (address.port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listenAt(server, newPort());
  }
  return { ...address, port: (server.address() as AddressInfo).port };
}

function listening(server: Server, where: object): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Tells the processes of this user, and nobody else, where the owner listens. A socket speaks for itself. */
export function publish(folder: string, address: Address): void {
  if (address.kind === 'socket') return;
  const draft = `${portFile(folder)}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(address), { mode: 0o600 });
  renameSync(draft, portFile(folder));
}

/** Does somebody listen there? */
export function answers(address: Address): Promise<boolean> {
  const where =
    address.kind === 'socket' ? { path: address.path } : { host: '127.0.0.1', port: address.port };
  return new Promise((resolve) => {
    const socket = connect(where);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function portFile(folder: string): string {
  return join(folder, 'port.json');
}
