import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../ports/metrics.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own, so that two desks in one process do not share counters. */
export function prometheusMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: 'subdesk_turn_seconds',
    help: 'Time from a message or click to its answer, by channel and view.',
    labelNames: ['channel', 'view'],
    buckets: SECONDS,
    registers,
  });
  const requests = new Histogram({
    name: 'subdesk_http_request_seconds',
    help: 'Time to answer an HTTP request, by path and status.',
    labelNames: ['path', 'status'],
    buckets: SECONDS,
    registers,
  });
  const work = new Counter({
    name: 'subdesk_due_work_total',
    help: 'Due work done, by kind.',
    labelNames: ['what'],
    registers,
  });
  const aside = new Gauge({
    name: 'subdesk_due_work_set_aside',
    help: 'Due work that failed too often and waits for `subdesk doctor --retry`, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const sent = new Counter({
    name: 'subdesk_sent_total',
    help: 'Card updates and posts, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  return {
    turn: (channel, view, seconds) => turns.observe({ channel, view }, seconds),
    request: (path, status, seconds) => requests.observe({ path, status: String(status) }, seconds),
    work: (what) => work.inc({ what }),
    aside: (kind, count) => aside.set({ kind }, count),
    sent: (channel, outcome) => sent.inc({ channel, outcome }),
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
