import { TOPICS } from '../announcement.ts';
import type { NoticeBoard, Wish } from '../noticeBoard.ts';
import { LANGUAGES } from '../person.ts';
import { parseAddress } from './address.ts';
import * as read from './reader.ts';
import { type JsonObject, list, nullable, object, ok, oneOf, type Parsed, word } from './reader.ts';
import { inKeyOrder } from './write.ts';

/** A place's fields as a line has them. What is being told at the moment is told where it was begun. */
type NoticeLine = Omit<NoticeBoard, 'telling'>;

const noticeLine = object<NoticeLine>({
  id: word,
  address: parseAddress,
  language: oneOf(LANGUAGES),
  timeZone: word,
  wishes: list(
    object<Wish>({ topic: oneOf(TOPICS), customer: nullable(word), person: read.text, since: read.instant }),
  ),
  rev: read.count,
  told: read.instant,
});

/** A place of `export --everything` that wants to be told. */
export function parseNoticeBoard(value: unknown, name = 'notices'): Parsed<NoticeBoard> {
  const parsed = noticeLine(value, name);
  return parsed.ok ? ok({ ...parsed.value, telling: null }) : parsed;
}

export function noticeBoardToJson({ id, telling: _, ...rest }: NoticeBoard): JsonObject {
  return { id, ...inKeyOrder(rest) };
}
