/** A record as RFC 4180 writes it, without its line end. */
export function csvRecord(values: readonly unknown[]): string {
  return values.map((value) => quoted(unformulated(cellText(value)))).join(',');
}

/** A list's words with spaces between; what has parts as JSON. */
function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a spreadsheet would run becomes text for it. */
function unformulated(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
