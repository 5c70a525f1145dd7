import { messages } from '../messages';
import type { Kind } from '../shared/classes';
import { type DigitReading, type MarkReading, signsAt } from '../shared/digitReadings';

function sentenceOf({ verdict, best, next }: DigitReading, kind: Kind): string {
  if (verdict === 'none') return messages.read.announcedNone({ kind, name: best.name });
  if (verdict === 'unsure')
    return messages.read.announcedUnsure({ name: best.name, other: next.name });
  return messages.read.announced({ name: best.name, probability: best.probability });
}

function shortTextOf({ verdict, best, next }: DigitReading, kind: Kind): string {
  if (verdict === 'none') return messages.read.none({ kind });
  return verdict === 'unsure'
    ? messages.read.either({ name: best.name, other: next.name })
    : best.name;
}

const signNames = (marks: readonly MarkReading[], at: number) =>
  signsAt(marks, at).map((kind) => messages.read.marks[kind]);

/** Returns the pad's description for screen readers. */
export function announcementOf(
  digits: readonly DigitReading[],
  kind: Kind,
  marks: readonly MarkReading[] = [],
): string {
  const [first, ...others] = digits;
  if (!first) return messages.read.announcedEmpty;
  if (others.length === 0) return sentenceOf(first, kind);
  const parts = digits.flatMap((digit, at) => [...signNames(marks, at), shortTextOf(digit, kind)]);
  return messages.read.announcedAll({
    kind,
    count: digits.length,
    digits: parts.concat(signNames(marks, digits.length)).join(messages.listSeparator),
  });
}
