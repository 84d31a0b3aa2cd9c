/** A day of the Gregorian calendar in UTC; `month` counts from January of the year 0. */
export interface Day {
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day of an instant, "2021-09-01T…". */
export function dayOf(instant: string): Day {
  const month = 12 * Number(instant.slice(0, 4)) + Number(instant.slice(5, 7)) - 1;
  return { month, day: Number(instant.slice(8, 10)) };
}

/** With its time of day, "T10:00:00.000Z", an instant again. */
export function atTime({ month, day }: Day, time: string): string {
  const parts = [Math.floor(month / 12), (month % 12) + 1, day].map((part) => String(part).padStart(2, '0'));
  return parts.join('-').padStart(10, '0') + time;
}

export function timeOf(instant: string): string {
  return instant.slice(10);
}

export function daysIn(month: number): number {
  const inYear = month % 12;
  return inYear === 1 && isLeap(Math.floor(month / 12)) ? 29 : (LENGTHS[inYear] ?? 31);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
