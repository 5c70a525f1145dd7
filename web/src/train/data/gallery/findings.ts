// Findings that a person should check: likely duplicates, and labels that are likely wrong.
import type { DuplicateRows, Scores } from '../../../protocol/types';
import type { ClassNames } from '../../../shared/classes';

/** Images that are likely duplicates. */
export interface Group {
  rows: Uint32Array;
  same: boolean; // identical pixels
}

/** A network's reading of an image whose label it doubts. */
export interface Doubt {
  name: string; // the class it reads
  probability: number; // of the given label
}

/** Returns the groups. Those with different labels come first, because at least one label is wrong. */
export function groupsOf({ rows, sizes, identical }: DuplicateRows, labels: Uint8Array): Group[] {
  let begin = 0;
  const groups = Array.from(sizes, (size, at) => {
    begin += size;
    return { rows: rows.slice(begin - size, begin), same: identical[at] === 1 };
  });
  const differ = (group: Group) =>
    group.rows.some((row) => labels[row] !== labels[group.rows[0] as number]);
  return [...groups.filter(differ), ...groups.filter((group) => !differ(group))];
}

export const lossOf = ({ probability }: Doubt) =>
  -Math.log(Math.max(probability, Number.MIN_VALUE));

const maxListed = 1000;

/** Returns the rows that a network reads differently from their labels, highest loss first. */
export function doubts(
  { digits, probabilities }: Scores,
  read: ClassNames, // the network's classes
  { labels, classes }: { labels: Uint8Array; classes: ClassNames },
): Map<number, Doubt> {
  const all = Array.from(labels, (label, row) => ({
    row,
    own: classes[label],
    name: read[digits[row] as number] ?? '',
  }));
  const found = all
    .filter(({ own, name }) => own !== name)
    .map(({ row, name }) => ({ row, name, probability: probabilities[row] as number }))
    .sort((a, b) => a.probability - b.probability || a.row - b.row)
    .slice(0, maxListed);
  return new Map(found.map(({ row, name, probability }) => [row, { name, probability }]));
}
