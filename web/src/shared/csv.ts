// Spreadsheets run text that begins so as a formula, and the text may come from an untrusted file (OWASP).
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A field of a CSV file, quoted if necessary (RFC 4180). Formulas are defused by an apostrophe. */
function field(value: string | number): string {
  const text = String(value);
  if (formula.test(text) && !number.test(text)) return quoted(`'${text}`);
  return /[",\r\n]|^\s|\s$/.test(text) ? quoted(text) : text;
}

/** A CSV file of these rows, each ended by CRLF as RFC 4180 has it. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
