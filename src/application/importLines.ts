import { type ParsedLine, parseLine } from '../domain/json/line.ts';
import { isObject, parseJson } from '../domain/json/reader.ts';
import { jsonLine } from '../domain/json/write.ts';
import type { Desk } from '../ports/desk.ts';
import type { Spool } from '../ports/spool.ts';
import { type Checked, danglingLines, type Problem } from './importLinesCheck.ts';
import { storeLines } from './importLinesStore.ts';
import { memorySpool } from './memorySpool.ts';

export interface ImportResult {
  /** Lines that stand in the database now, also those that stood there before. */
  readonly stored: number;
  /** `line N: reason`; when there is any, nothing was stored. */
  readonly problems: readonly string[];
}

/** What may be named before it is written: people and offers stand alone, what happened comes last (F-94). */
const ORDER = [
  'partner',
  'person',
  'customer',
  'offer',
  'subscription',
  'operation',
  'notices',
  'event',
] as const;

/**
 * Checks the whole input, then writes in an order that may be run again after a crash (protocol.md). The lines are put
 * aside by kind as they come; memory holds ids of customers, subscriptions and open operations, never lines.
 */
export async function importLines(
  desk: Desk,
  texts: AsyncIterable<string> | Iterable<string>,
  spool: Spool = memorySpool(),
): Promise<ImportResult> {
  const { stored, bad, checked } = await putAside(texts, spool);
  const problems = [...bad, ...(await danglingLines(desk, spool, checked))];
  if (problems.length > 0) {
    problems.sort((a, b) => a.number - b.number);
    return { stored: 0, problems: problems.map(({ number, reason }) => `line ${number}: ${reason}`) };
  }
  for (const kind of ORDER) await storeLines(desk, spool, kind);
  return { stored, problems: [] };
}

interface Aside {
  readonly stored: number;
  readonly bad: readonly Problem[];
  readonly checked: Checked;
}

async function putAside(texts: AsyncIterable<string> | Iterable<string>, spool: Spool): Promise<Aside> {
  const bad: Problem[] = [];
  const checked = { customers: new Set<string>(), subscriptions: new Set<string>() };
  let number = 0;
  let stored = 0;
  for await (const text of texts) {
    number += 1;
    if (text.trim() === '') continue;
    const parsed = parseLine(text);
    if (parsed.ok) {
      stored += 1;
      remember(checked, parsed.value);
      await spool.put(parsed.value.kind, jsonLine({ number, line: parsed.value }));
    } else {
      bad.push({ number, reason: parsed.problem });
      rememberBad(checked, text);
    }
  }
  return { stored, bad, checked };
}

function remember({ customers, subscriptions }: Checked, line: ParsedLine): void {
  if (line.kind === 'customer') customers.add(line.value.id);
  if (line.kind === 'subscription') subscriptions.add(line.value.id);
}

/** What names the id of a bad line is not wrong for that. */
function rememberBad({ customers, subscriptions }: Checked, text: string): void {
  const json = parseJson(text);
  const id = json.ok && isObject(json.value) ? json.value['id'] : undefined;
  if (typeof id !== 'string') return;
  customers.add(id);
  subscriptions.add(id);
}
