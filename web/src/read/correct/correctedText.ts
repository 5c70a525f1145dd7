import { joinedNames } from '../../shared/classes';
import type { DigitReading } from '../../shared/digitReadings';

/** A piece of text that stands for one digit, and the marks, spaces and line breaks before it. */
interface Piece {
  before: string;
  own: string; // a name, `?`, or empty for small ink that is no digit
}

/** Whether the text has a `?` for unreadable ink before the next digit. */
function unread(rest: string, next: DigitReading | undefined): boolean {
  const end = next ? rest.indexOf(next.best.name) : rest.length;
  return rest.slice(0, end).includes('?');
}

/** Splits the text of a reading into one piece per digit, and the rest after the last. */
function piecesOf(text: string, digits: readonly DigitReading[]): [Piece[], string] {
  let rest = text;
  const pieces = digits.map(({ verdict, best }, at) => {
    const next = digits.slice(at + 1).find((other) => other.verdict !== 'none');
    const own = verdict !== 'none' ? best.name : unread(rest, next) ? '?' : '';
    const place = own === '' ? 0 : rest.indexOf(own);
    const before = rest.slice(0, place);
    rest = rest.slice(place + own.length);
    return { before, own };
  });
  return [pieces, rest];
}

/** Returns the indices of the digits that start another line of the text. */
export function lineStarts(text: string, digits: readonly DigitReading[]): ReadonlySet<number> {
  const [pieces] = piecesOf(text, digits);
  return new Set(pieces.flatMap(({ before }, at) => (before.includes('\n') ? [at] : [])));
}

/**
 * Returns the text of a reading with corrected digits, keeping its marks and line breaks. In the text, ink that
 * is no digit appears as `?`, or not at all if it is small.
 */
export function correctedText(
  text: string,
  digits: readonly DigitReading[],
  names: ReadonlyMap<number, string>,
): string {
  const [pieces, rest] = piecesOf(text, digits);
  let written = '';
  let last = ''; // the previous name in the text
  pieces.forEach(({ before, own }, at) => {
    const name = names.get(at) ?? own;
    if (name === '') return;
    const gap = before.replaceAll(' ', '');
    written +=
      gap === '' && last !== '' ? joinedNames([last, name]).slice(last.length) : gap + name;
    last = name;
  });
  return written + rest;
}
