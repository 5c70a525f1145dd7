// Number formatting that is the same in every language and on every page.

const space = '\u00a0';

/** Returns the language tag with Latin digits, which the page reads. */
export const withLatinDigits = (tag: string) => `${tag}-u-nu-latn`;

/** Keeps a number and its unit on one line. */
export function withoutBreaks(text: string): string {
  return text.replaceAll(' ', space);
}

const timeSymbols: Record<string, string> = {
  sec: 's',
  hr: 'h',
  'Sek.': 's',
  'Min.': 'min',
  'Std.': 'h',
};

/** Writes the symbols of units of time where English and German have abbreviations. */
export function withTimeSymbols(text: string): string {
  return text.replace(/(?<=\s)(sec|hr|Sek\.|Min\.|Std\.)$/, (unit) => timeSymbols[unit] ?? unit);
}

/** Rounds a share to tenths of a per cent. Only exactly 1 becomes 100%. */
export function roundedShare(share: number): number {
  const rounded = Math.round(share * 1000) / 1000;
  return rounded === 1 && share < 1 ? 0.999 : rounded;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (digits: string) =>
  digits.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '');

/** Writes 4E-8 as 4 × 10⁻⁸, in this order also in right-to-left text. */
export function powerOfTen(parts: readonly Intl.NumberFormatPart[]): string {
  const written = parts.map(({ type, value }) => {
    if (type === 'exponentSeparator') return ' × 10';
    if (type === 'exponentMinusSign') return '⁻';
    return type === 'exponentInteger' ? raised(value) : value;
  });
  return `\u2066${written.join('')}\u2069`;
}
