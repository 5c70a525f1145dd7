// What holds for numbers in every language, and in every page of Inkling's.

const space = '\u00a0';

/** A language with the digits that are read here. */
export const withLatinDigits = (tag: string) => `${tag}-u-nu-latn`;

/** A number and its unit stay together. */
export function withoutBreaks(text: string): string {
  return text.replaceAll(' ', space);
}

/** A share in tenths of a per cent. Only what is whole is called 100%. */
export function roundedShare(share: number): number {
  const rounded = Math.round(share * 1000) / 1000;
  return rounded === 1 && share < 1 ? 0.999 : rounded;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (digits: string) =>
  digits.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '');

/** 4E-8 as people write it, 4 × 10⁻⁸, and in this order among words from right to left, too. */
export function powerOfTen(parts: readonly Intl.NumberFormatPart[]): string {
  const written = parts.map(({ type, value }) => {
    if (type === 'exponentSeparator') return ' × 10';
    if (type === 'exponentMinusSign') return '⁻';
    return type === 'exponentInteger' ? raised(value) : value;
  });
  return `\u2066${written.join('')}\u2069`;
}
