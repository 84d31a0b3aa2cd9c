import { isStoreFailure, type Store } from './store.ts';

/** Runs work that writes; settled once it is on disk. */
export type Commit = <T>(work: () => T) => Promise<T>;

interface Job {
  readonly run: () => void;
  readonly settle: () => void;
}

/**
 * Group commit: what arrives in one turn of the event loop shares one transaction and one wait for the disk.
 * After a failed commit nothing runs any more (fail-stop): memory would be ahead of the disk.
 */
export function groupCommit(store: Store, onFailure: (error: Error) => void): Commit {
  let waiting: Job[] = [];
  let stopped = false;

  function commitAll(): void {
    const jobs = waiting;
    waiting = [];
    if (stopped) return;
    try {
      store.commit(() => {
        for (const job of jobs) job.run();
      });
    } catch (thrown) {
      stopped = true;
      onFailure(thrown as Error);
      return;
    }
    for (const job of jobs) job.settle();
  }

  return (work) =>
    new Promise((resolve, reject) => {
      let outcome: () => void = () => undefined;
      if (waiting.length === 0) setImmediate(commitAll);
      waiting.push({ run: () => (outcome = attempt(work, resolve, reject)), settle: () => outcome() });
    });
}

/** Does the work now and says what to tell later; a failing store is nobody's answer. */
function attempt<T>(
  work: () => T,
  resolve: (value: T) => void,
  reject: (thrown: unknown) => void,
): () => void {
  try {
    const value = work();
    return () => resolve(value);
  } catch (thrown) {
    if (isStoreFailure(thrown)) throw thrown;
    return () => reject(thrown);
  }
}
