import type { Parsed } from '../../src/conversation/parsed.ts';
import type { Row } from './rows.ts';
import { type Read, type Verdict, verdictOf } from './score.ts';

export interface Scored {
  readonly row: Row;
  readonly said: Parsed;
  readonly verdict: Verdict;
}

const VERDICTS = ['understood', 'misunderstood', 'acted wrongly'] as const;

export function score(rows: readonly Row[], read: Read): readonly Scored[] {
  return rows.map((row) => {
    const said = read(row.text);
    return { row, said, verdict: verdictOf(row, said, read) };
  });
}

/** A trap must not act, or need not. */
export function isTrap({ row }: Scored): boolean {
  return row.wanted[0].intent === null;
}

export function shareUnderstood(scored: readonly Scored[]): number {
  return count(scored, 'understood') / scored.length;
}

/** Understood, misunderstood and acted wrongly, a line for each intent (or reason) and language. */
export function table(title: string, scored: readonly Scored[]): string {
  const names = [...new Set(scored.map(groupOf))].sort();
  const lines = names.map((name) =>
    tableLine(
      name,
      scored.filter((one) => groupOf(one) === name),
    ),
  );
  const head = tableHead(title);
  return [head, ...lines, tableLine('all', scored)].join('\n');
}

/** What was wrong, sentence by sentence. */
export function failures(scored: readonly Scored[]): string {
  return scored
    .filter(({ verdict }) => verdict !== 'understood')
    .map(({ row, said, verdict }) => {
      const { text, ...answer } = said;
      const wanted = JSON.stringify(row.wanted);
      return `${row.at} ${verdict}: ${JSON.stringify(text)}\n  got    ${JSON.stringify(answer)}\n  wanted ${wanted}`;
    })
    .join('\n');
}

function groupOf({ row }: Scored): string {
  const [first] = row.wanted;
  return `${first.intent ?? `not: ${first.because[0]}`} ${row.language}`;
}

function count(scored: readonly Scored[], verdict: Verdict): number {
  return scored.filter((one) => one.verdict === verdict).length;
}

function tableHead(title: string): string {
  return title.padEnd(30) + VERDICTS.map((verdict) => verdict.padStart(15)).join('');
}

function tableLine(name: string, scored: readonly Scored[]): string {
  return name.padEnd(30) + VERDICTS.map((verdict) => String(count(scored, verdict)).padStart(15)).join('');
}
