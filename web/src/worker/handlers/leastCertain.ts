/** Returns up to `count` rows, least certain first. */
export function leastCertain(confidence: Float32Array, count: number): Uint32Array {
  const rows = Uint32Array.from(confidence, (_, row) => row);
  const certainty = (row: number) => confidence[row] ?? 0;
  rows.sort((one, other) => certainty(one) - certainty(other) || one - other);
  return rows.slice(0, count);
}
