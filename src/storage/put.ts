import type { Table } from './table.ts';

/** Inserts a row, or sets every field of the one that is there: a line whose id exists replaces it (interfaces.md). */
export async function put<Row extends { readonly _id: string }>(rows: Table<Row>, row: Row): Promise<void> {
  if ((await rows.insert(row)) === null) return;
  const { _id, ...fields } = row;
  await rows.update({ _id }, { $set: fields });
}

/** The same for a row that is nearly always there: an insert that fails costs a second write. */
export async function putAgain<Row extends { readonly _id: string }>(
  rows: Table<Row>,
  row: Row,
): Promise<void> {
  const { _id, ...fields } = row;
  if (await rows.update({ _id }, { $set: fields })) return;
  // Inserted by somebody else just now: what it says is as fresh as ours.
  await rows.insert(row);
}
