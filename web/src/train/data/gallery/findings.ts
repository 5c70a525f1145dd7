// What is found in data that a person should look at: images that are likely twice there, and labels
// that are likely wrong.
import type { DuplicateRows, Scores } from '../../../protocol/types';
import type { ClassNames } from '../../../shared/classes';

/** Images that are likely one and the same. */
export interface Group {
  rows: Uint32Array;
  same: boolean; // pixel by pixel
}

/** What a network makes of an image whose label it doubts. */
export interface Doubt {
  name: string; // of the class that it reads
  probability: number; // of the label
}

/** The groups, those first in which labels differ: one of them at least is wrong. */
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

/** The rows that a network reads as something else than they are labelled, the largest loss first. */
export function doubts(
  { digits, probabilities }: Scores,
  read: ClassNames, // that the network tells apart
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
