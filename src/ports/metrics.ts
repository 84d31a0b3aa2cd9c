/** What is counted, in one place; Prometheus' names. */
export interface Metrics {
  /** A turn was answered with this view on this channel, in so many seconds. */
  turn(channel: string, view: string, seconds: number): void;
  /** A request was answered with this status on this path. */
  request(path: string, status: number, seconds: number): void;
  /** Due work done, by what it was. */
  work(what: string): void;
  /** Due work that is set aside at present, by what it is: it waits for somebody. */
  aside(kind: 'subscriptions' | 'operations', count: number): void;
  /** A card update or a post: sent, gone, later, failed. */
  sent(channel: string, outcome: string): void;
  /** Everything in Prometheus' text format. */
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
}
