import { messages } from '../../messages';
import { list } from '../../messages/format';
import type { DataSummary } from '../../protocol/types';

/** What is said where labelled data have no image of some digits; empty where they have. */
export function missingDigits({
  labelled,
  histogram,
}: Pick<DataSummary, 'labelled' | 'histogram'>): string {
  const missing = Array.from(histogram, (images, digit) => ({ images, digit })).filter(
    ({ images }) => images === 0,
  );
  if (!labelled || missing.length === 0) return '';
  return messages.data.missing({ digits: list(missing.map(({ digit }) => String(digit))) });
}
