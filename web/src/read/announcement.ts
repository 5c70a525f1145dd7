import { messages } from '../messages';
import type { DigitReading } from '../shared/digitReadings';

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

/** What a screen reader says of the pad. */
export function announcementOf(digits: readonly DigitReading[]): string {
  const [first, ...others] = digits;
  if (!first) return messages.read.announcedEmpty;
  if (others.length === 0) return oneAnnounced(first);
  const said = digits.map(inShort).join(messages.listSeparator);
  return messages.read.announcedAll({ count: digits.length, digits: said });
}
