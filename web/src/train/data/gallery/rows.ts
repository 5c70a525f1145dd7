/** Returns the rows from 0 to `count`. */
export function allRows(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

/** Groups the rows by label, in order. */
export function rowsByLabel(labels: Uint8Array, classes: number): Uint32Array[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  const rows = counts.map((count) => new Uint32Array(count));
  const filled = new Array<number>(classes).fill(0);
  labels.forEach((label, row) => {
    const at = filled[label] ?? 0;
    filled[label] = at + 1;
    (rows[label] as Uint32Array)[at] = row;
  });
  return rows;
}
