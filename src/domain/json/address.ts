import type { Address } from '../operation/operation.ts';
import { bad, isObject, object, ok, oneOf, type Reader, text } from './reader.ts';

/** Its keys become a document's: no dot, no dollar. */
const extra: Reader<Address['extra']> = (value, name) => {
  if (!isObject(value)) return bad(`${name} must be an object`);
  const isPlain = Object.entries(value).every(([key, held]) => /^\w+$/.test(key) && typeof held === 'string');
  return isPlain ? ok(value as Address['extra']) : bad(`${name} must be an object of texts`);
};

/** Where a card or a place is. */
export const parseAddress: Reader<Address> = object<Address>({
  channel: oneOf(['teams', 'slack', 'browser', 'console']),
  workspace: text,
  conversation: text,
  message: text,
  extra,
});
