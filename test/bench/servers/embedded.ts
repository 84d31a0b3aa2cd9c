// The embedded database on a folder's data, in a process whose main thread has nothing else to do.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEmbedded } from '../../../src/embedded-mongo/open.ts';
import { serveFor } from '../program.ts';

await serveFor(async ({ dataDir = '' }) => {
  const began = performance.now();
  const { uri, close } = await openEmbedded({ dataDir });
  const opened = performance.now() - began;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  return { facts: { uri, opened: String(opened) }, answers: { memory, delay }, stop: close };

  /** The 99th percentile since it was asked last, milliseconds; the timer's own millisecond is in it. */
  function delay(): number {
    const nanoseconds = delays.percentile(99);
    delays.reset();
    return nanoseconds / 1e6;
  }
});

/** Megabytes that are the process's own: the mapped file beside them is the system's cache, which it takes back. */
function memory(): number {
  if (process.platform !== 'linux') return process.memoryUsage().rss / 1e6;
  const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}
