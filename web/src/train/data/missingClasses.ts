import { messages } from '../../messages';
import { listOfSome } from '../../messages/format';
import type { DataSummary } from '../../protocol/types';
import { kindOf } from '../../shared/classes';

/** Warns about classes without images in labelled data. Empty if there are none. */
export function missingClasses({
  labelled,
  histogram,
  classes,
}: Pick<DataSummary, 'labelled' | 'histogram' | 'classes'>): string {
  const missing = classes.filter((_, label) => histogram[label] === 0);
  if (!labelled || missing.length === 0) return '';
  return messages.data.missing({ kind: kindOf(classes), names: listOfSome(missing) });
}
