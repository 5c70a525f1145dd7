import { messages } from '../messages';
import type { DigitReading } from '../shared/digitReadings';

function oneAnnounced({ verdict, best, next }: DigitReading): string {
  if (verdict === 'none') return messages.read.announcedNone(best.digit);
  if (verdict === 'unsure') return messages.read.announcedUnsure(best.digit, next.digit);
  return messages.read.announced(best.digit, best.probability);
}

function inShort({ verdict, best, next }: DigitReading): string {
  if (verdict === 'none') return messages.read.none;
  return verdict === 'unsure' ? messages.read.either(best.digit, next.digit) : String(best.digit);
}

/** What a screen reader says of the pad. */
export function announcementOf(digits: readonly DigitReading[]): string {
  const [first, ...others] = digits;
  if (!first) return messages.read.announcedEmpty;
  return others.length === 0
    ? oneAnnounced(first)
    : messages.read.announcedAll(digits.map(inShort));
}
