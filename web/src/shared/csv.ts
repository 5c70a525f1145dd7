// Spreadsheets execute cells that begin like this as formulas, and the text may come from an untrusted file
// (OWASP).
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

type Value = string | number;

const isFormula = (text: string) => formula.test(text) && !number.test(text);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Writes a CSV field, quoted if necessary (RFC 4180). A leading apostrophe disables formulas. */
function field(value: Value): string {
  const text = String(value);
  if (isFormula(text)) return quoted(`'${text}`);
  return /[",\r\n]|^\s|\s$/.test(text) ? quoted(text) : text;
}

/** Writes a CSV file. Rows end with CRLF, as in RFC 4180. */
export const csvOf = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

/** Writes a cell for the clipboard, on one line. Formulas are disabled as above. */
function cell(value: Value): string {
  const text = String(value);
  return (isFormula(text) ? `'${text}` : text).replaceAll(/[\t\r\n]+/g, ' ');
}

/** Writes rows as tab-separated text, as spreadsheets paste it. */
export const tsvOf = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
