import { expect, test } from '@jest/globals';
import { readLine } from '../../../src/channels/console/inbound.ts';

test('a line is a plain sentence, an object with text, or a click', () => {
  expect(readLine('pause S-1042')).toEqual({ kind: 'sentence', text: 'pause S-1042', as: null });
  expect(readLine('{"text":"pause S-1042","as":"agent-2"}')).toMatchObject({
    kind: 'sentence',
    as: 'agent-2',
  });
  expect(readLine('{"click":"confirm","operation":"OP-7F3K","inputs":{"quantity":5}}')).toEqual({
    kind: 'click',
    action: 'confirm',
    operation: 'OP-7F3K',
    inputs: { quantity: '5' },
    as: null,
  });
});

test.each([
  '{"text":',
  '{}',
  '{"text":5}',
  '{"text":"a","click":"b"}',
  '{"click":"confirm","inputs":[]}',
  '{"click":"confirm","inputs":{"a":{}}}',
  '{"click":"confirm","operation":7}',
  '{"text":"help","as":7}',
  `{"text":"${'x'.repeat(70_000)}"}`,
])('%.40s is none', (line) => {
  expect(readLine(line)).toBeNull();
});
