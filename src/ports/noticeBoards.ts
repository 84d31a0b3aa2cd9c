import type { Instant } from '../domain/instant.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';

export interface NoticeBoards {
  get(id: string): Promise<NoticeBoard | null>;
  /** There are as many as a partner has channels. */
  all(): Promise<readonly NoticeBoard[]>;
  /** False when there is one already. */
  insert(board: NoticeBoard): Promise<boolean>;
  /** Wishes, address, language and zone; false when somebody changed them since. */
  change(board: NoticeBoard): Promise<boolean>;
  /** Without `rev`: whatever it wishes by now. False: it was changed since, or is gone. */
  remove(id: string, rev?: number): Promise<boolean>;
  /** Those whose next day has begun, oldest first. */
  due(now: Instant, limit: number): Promise<readonly NoticeBoard[]>;
  /** Fixes the day up to which is told next, before anything is written down; false: somebody else did. */
  begin(id: string, told: Instant, until: Instant): Promise<boolean>;
  /** It is written down; due again the day after. */
  finish(id: string, until: Instant): Promise<void>;
}
