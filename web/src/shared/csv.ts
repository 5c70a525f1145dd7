/** A field of a CSV file, in quotes where it needs them (RFC 4180). */
const field = (value: string | number) =>
  /[",\r\n]|^\s|\s$/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : `${value}`;

/** A CSV file of these rows, each ended by CRLF as RFC 4180 has it. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
