import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';

/** A way to a database that can be cut and mended: what stands behind it does not notice. */
export interface Cable {
  readonly uri: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Leads from a port of its own to the embedded database's socket. */
export async function cableTo(embeddedUri: string): Promise<Cable> {
  const socketPath = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(embeddedUri)?.[1] ?? '');
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = dial(socketPath);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => other.destroy())
        .once('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/subdesk?directConnection=true&serverSelectionTimeoutMS=1000`,
    cut,
    mend: () => {
      whole = true;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
