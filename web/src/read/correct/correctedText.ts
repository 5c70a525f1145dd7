import type { DigitReading } from '../../shared/digitReadings';

/**
 * The text of a reading with corrected digits, and with its marks and lines. In the text, a digit stands for
 * itself and what is no digit for `?` if it is large enough, or for nothing.
 */
export function correctedText(
  text: string,
  digits: readonly DigitReading[],
  labels: ReadonlyMap<number, number>,
): string {
  let rest = text;
  const pieces = digits.map(({ verdict }, at) => {
    const marks = /^[^\d?]*/.exec(rest)?.[0] ?? '';
    const read = rest.slice(marks.length, marks.length + 1);
    const own = verdict !== 'none' || read === '?' ? read : '';
    const label = labels.get(at);
    if (own === '' && label === undefined) return '';
    rest = rest.slice(marks.length + own.length);
    return `${marks}${label ?? own}`;
  });
  return pieces.join('') + rest;
}
