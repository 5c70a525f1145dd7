import { joinedNames } from '../../shared/classes';
import type { DigitReading } from '../../shared/digitReadings';

/** What stands for itself in a text, and what stands before it: marks, spaces and lines. */
interface Piece {
  before: string;
  own: string; // a name, `?`, or nothing for what is small and no digit
}

/** Whether the text has a `?` for what was not read, before what was read next. */
function unread(rest: string, next: DigitReading | undefined): boolean {
  const end = next ? rest.indexOf(next.best.name) : rest.length;
  return rest.slice(0, end).includes('?');
}

/** The text of a reading in pieces, one for each digit, and what follows the last. */
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

/**
 * The text of a reading with corrected digits, and with its marks and lines. In the text, a digit stands for
 * itself and what is no digit for `?` if it is large enough, or for nothing.
 */
export function correctedText(
  text: string,
  digits: readonly DigitReading[],
  names: ReadonlyMap<number, string>,
): string {
  const [pieces, rest] = piecesOf(text, digits);
  let written = '';
  let last = ''; // the name that was written last
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
