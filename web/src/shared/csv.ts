// Spreadsheets run text that begins so as a formula, and the text may come from an untrusted file (OWASP).
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

type Value = string | number;

const isFormula = (text: string) => formula.test(text) && !number.test(text);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A field of a CSV file, quoted if necessary (RFC 4180). Formulas are defused by an apostrophe. */
function field(value: Value): string {
  const text = String(value);
  if (isFormula(text)) return quoted(`'${text}`);
  return /[",\r\n]|^\s|\s$/.test(text) ? quoted(text) : text;
}

/** A CSV file of these rows, each ended by CRLF as RFC 4180 has it. */
export const csvOf = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

/** A cell of what is pasted, in one piece. Formulas are defused as above. */
function cell(value: Value): string {
  const text = String(value);
  return (isFormula(text) ? `'${text}` : text).replaceAll(/[\t\r\n]+/g, ' ');
}

/** These rows as spreadsheets take them from the clipboard. */
export const tsvOf = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
