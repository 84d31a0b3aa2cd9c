import { clip } from '../views/clip.ts';

/** What the platforms take at most (platforms.md 1.7, 2.5; design 2.7, 9): the one table. */
export const LIMITS = {
  teams: { actions: 6, bytes: 24_000, label: 27, row: 36, refresh: 60 },
  slack: {
    text: 3000,
    header: 150,
    section: 3000,
    field: 2000,
    fields: 10,
    button: 75,
    value: 2000,
    accessibility: 75,
    accessory: 14,
    modalTitle: 24,
    modalButton: 24,
    option: 75,
    options: 100,
    label: 2000,
    confirmTitle: 100,
    confirmText: 300,
    confirmButton: 30,
    messageBlocks: 50,
    modalBlocks: 100,
    elements: 25,
    context: 10,
    metadata: 3000,
  },
} as const;

/** Lines put together into texts of at most `max`: nothing is lost, a text is only ended sooner. */
export function packed(lines: readonly string[], max: number): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    const cut = clip(line, max);
    if (last !== undefined && [...last].length + 1 + [...cut].length <= max)
      texts[texts.length - 1] = `${last}\n${cut}`;
    else texts.push(cut);
  }
  return texts;
}

/** Buttons in rows of at most two whose labels fit a phone (design 2.7). */
export function rowsOf<T extends { readonly title: string }>(
  actions: readonly T[],
): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (const action of actions) {
    const row = rows.at(-1);
    const width = row?.reduce((sum, { title }) => sum + [...title].length, [...action.title].length) ?? 0;
    if (row !== undefined && row.length < 2 && width <= LIMITS.teams.row) row.push(action);
    else rows.push([action]);
  }
  return rows;
}
