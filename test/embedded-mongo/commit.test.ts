import { expect, test } from '@jest/globals';
import { groupCommit } from '../../src/embedded-mongo/commit.ts';
import type { Store } from '../../src/embedded-mongo/store.ts';

/** A store whose disk fills up at the n-th commit. */
function storeThatFails(at: number): Pick<Store, 'commit'> & { commits: number } {
  return {
    commits: 0,
    commit(work) {
      this.commits += 1;
      work();
      if (this.commits === at) throw new Error('no space left on device');
    },
  };
}

async function untilNextCommit(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('what arrives together shares one commit, and errors stay with whom they belong to', async () => {
  const store = storeThatFails(0);
  const commit = groupCommit(store as never, () => undefined);
  const refused = () => {
    throw new Error('duplicate');
  };
  const settled = await Promise.allSettled([commit(() => 1), commit(refused), commit(() => 3)]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(store.commits).toBe(1);
});

test('a failed commit acknowledges nothing, and nothing runs after it', async () => {
  const failures: string[] = [];
  const acknowledged: number[] = [];
  const store = storeThatFails(2);
  const commit = groupCommit(store as never, (error) => void failures.push(error.message));
  const write = (n: number) => void commit(() => n).then((each) => acknowledged.push(each));
  write(1);
  await untilNextCommit();
  write(2);
  write(3);
  await untilNextCommit();
  write(4);
  await untilNextCommit();
  expect({ acknowledged, failures, commits: store.commits }).toEqual({
    acknowledged: [1],
    failures: ['no space left on device'],
    commits: 2,
  });
});

test('a write that fails half way is the failure of the store, not an answer', async () => {
  const failures: string[] = [];
  const commit = groupCommit(storeThatFails(0) as never, (error) => void failures.push(error.message));
  const answers: unknown[] = [];
  commit(() => {
    throw Object.assign(new Error('writing failed'), { code: 'ERR_SQLITE_ERROR' });
  }).catch((error) => answers.push(error));
  await untilNextCommit();
  expect({ failures, answers }).toEqual({ failures: ['writing failed'], answers: [] });
});
