import { timingSafeEqual } from 'node:crypto';
import { Binary } from 'bson';
import { type Address, USER } from './address.ts';
import type { Doc } from './bson.ts';

/** One connection's: answers what must not get further, and lets the rest through (undefined). */
export type Gate = (command: Doc) => Doc | undefined;

// What the driver sends before it logs in.
const GREETINGS: ReadonlySet<string | undefined> = new Set(['hello', 'isMaster', 'ismaster']);

/** A socket lies in a folder of this user alone; at a port everybody of the machine must show the password (PLAIN). */
export function openGate(address: Address): Gate {
  if (address.kind === 'socket') return () => undefined;
  let isOpen = false;
  return (command) => {
    const [name] = Object.keys(command);
    if (name === 'saslStart') {
      isOpen = isLogin(command, address.password);
      return isOpen
        ? { conversationId: 1, done: true, payload: new Binary(), ok: 1 }
        : { ok: 0, errmsg: 'Authentication failed.', code: 18, codeName: 'AuthenticationFailed' };
    }
    if (isOpen || GREETINGS.has(name)) return undefined;
    return {
      ok: 0,
      errmsg: `command ${name} requires authentication`,
      code: 13,
      codeName: 'Unauthorized',
    };
  };
}

/** RFC 4616: who one acts for (or nobody), who one is and the password, with zeros between. */
function isLogin({ mechanism, payload }: Doc, password: string): boolean {
  if (mechanism !== 'PLAIN' || !(payload instanceof Binary)) return false;
  const given = Buffer.from(payload.value());
  const wanted = Buffer.from(`\0${USER}\0${password}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
