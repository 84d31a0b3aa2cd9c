import type { IncomingMessage, ServerResponse } from 'node:http';

/** A path that a channel hangs on the one server. The handler answers every request itself; a throw becomes 500 and a log line. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Exact path, or a prefix that ends with `/*`. */
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
}
