/** Step 0 of protocol.md: what came in, once, before the platform's acknowledgement. */
export interface InboxRow {
  /** "<channel>/<tenant>/<event id>". */
  readonly id: string;
  /** The neutral inbound (conversation/ writes and reads it), enough to answer it after a crash. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Drawn for the operation that it may become. */
  readonly reference: string;
  readonly receivedAt: number;
  readonly lease: { readonly n: number; readonly until: number };
  readonly answered: boolean;
}

export interface Inbox {
  /** 'new': it is ours to answer. Otherwise what is there already. */
  insert(row: InboxRow): Promise<'new' | InboxRow>;
  answered(id: string, n: number): Promise<boolean>;
  /** Takes up one that was not answered and whose lease is past (real clock). */
  claimUnanswered(machineNow: number, until: number): Promise<InboxRow | null>;
  /** Removes answered rows received before. */
  forget(receivedBefore: number): Promise<number>;
}
