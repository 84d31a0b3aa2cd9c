import {
  backup,
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite';

export type Statement = StatementSyncInstance;

/** One SQLite file and the only connection to it. */
export interface Store {
  prepare(sql: string): Statement;
  /** Runs the work in one transaction that is on disk when this returns. Whatever it throws leaves no trace. */
  commit(work: () => void): void;
  /** How many commits there were: between two equal answers nothing has changed. */
  commits(): number;
  /** Inside `commit`: does all of the work or, when it throws, none of it. */
  atomically<T>(work: () => T): T;
  /** Copies the file, as of when this is done, while commits go on. */
  copyTo(path: string): Promise<void>;
  /** Once no copy is being made: a thread that ends before that takes the process with it (a signal). */
  idle(): Promise<void>;
  /** When it is idle. */
  close(): Promise<void>;
}

/** Did the store itself fail (disk, file), and not what was asked of it? Then nothing may be acknowledged any more. */
export function isStoreFailure(thrown: unknown): thrown is Error {
  return thrown instanceof Error && (thrown as { code?: unknown }).code === 'ERR_SQLITE_ERROR';
}

/** Opens a file as it is (opening.ts looks at it first). `durable: false` leaves the disk to the system. */
export function openFile(path: string, durable: boolean): Store {
  const db = new DatabaseSync(path);
  try {
    // Exclusive: no other connection, so no file of shared memory, and reading takes no locks.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL');
    // FULL: a commit returns after its part of the log is on disk, by one flush (https://sqlite.org/wal.html, 2.3).
    // fullfsync: macOS else flushes no further than the drive's cache.
    db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}; PRAGMA fullfsync = ON`);
    // 32 MB: the inner pages of a few gigabytes.
    db.exec('PRAGMA cache_size = -32768');
    return storeOn(db);
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function storeOn(db: DatabaseSyncInstance): Store {
  const run = (sql: string) => {
    const statement = db.prepare(sql);
    return () => void statement.run();
  };
  const [begin, end] = [run('BEGIN IMMEDIATE'), run('COMMIT')];
  const [mark, back, release] = [run('SAVEPOINT part'), run('ROLLBACK TO part'), run('RELEASE part')];
  let commits = 0;
  let idle: Promise<unknown> = Promise.resolve();
  return {
    prepare: (sql) => db.prepare(sql),
    commit(work) {
      begin();
      try {
        work();
        end();
      } catch (thrown) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw thrown;
      }
      commits += 1;
    },
    commits: () => commits,
    atomically(work) {
      mark();
      try {
        const result = work();
        release();
        return result;
      } catch (thrown) {
        if (isStoreFailure(thrown)) throw thrown;
        back();
        release();
        throw thrown;
      }
    },
    async copyTo(path) {
      const copy = backup(db, path);
      idle = Promise.allSettled([idle, copy]);
      await copy;
    },
    idle: async () => void (await idle),
    async close() {
      await idle;
      // Everything goes into the one file, whose lock is given back: closing alone waits for the statements' memory to go.
      db.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
      db.close();
    },
  };
}
