import { expect, test } from '@jest/globals';
import { told } from '../../src/runtime/logger.ts';

test('an error is logged by name, words, place and code: what an SDK or a driver hangs on it is not', () => {
  const error = Object.assign(new Error('it broke'), {
    code: 'ECONNRESET',
    config: { headers: { Authorization: 'Bearer hush' } },
    writeErrors: [{ op: { customer: 'Contoso' } }],
  });
  expect(told(error)).toEqual({
    name: 'Error',
    message: 'it broke',
    stack: expect.stringContaining('logger.test'),
    code: 'ECONNRESET',
  });
  expect(told('text')).toEqual({ message: 'text' });
});
