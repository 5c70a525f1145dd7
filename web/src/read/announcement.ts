import { messages } from '../messages';
import { type DigitReading, type MarkReading, signsAt } from '../shared/digitReadings';

function oneAnnounced({ verdict, best, next }: DigitReading): string {
  if (verdict === 'none') return messages.read.announcedNone({ digit: best.digit });
  if (verdict === 'unsure')
    return messages.read.announcedUnsure({ digit: best.digit, other: next.digit });
  return messages.read.announced({ digit: best.digit, probability: best.probability });
}

function inShort({ verdict, best, next }: DigitReading): string {
  if (verdict === 'none') return messages.read.none;
  return verdict === 'unsure'
    ? messages.read.either({ digit: best.digit, other: next.digit })
    : String(best.digit);
}

const signsSaid = (marks: readonly MarkReading[], at: number) =>
  signsAt(marks, at).map((kind) => messages.read.marks[kind]);

/** What a screen reader says of the pad. */
export function announcementOf(
  digits: readonly DigitReading[],
  marks: readonly MarkReading[] = [],
): string {
  const [first, ...others] = digits;
  if (!first) return messages.read.announcedEmpty;
  if (others.length === 0) return oneAnnounced(first);
  const said = digits.flatMap((digit, at) => [...signsSaid(marks, at), inShort(digit)]);
  return messages.read.announcedAll({
    count: digits.length,
    digits: said.concat(signsSaid(marks, digits.length)).join(messages.listSeparator),
  });
}
