/** The points of a line through values that are evenly apart, in a box with 0 at its lower edge. */
export function lineThrough(values: ArrayLike<number>, width: number, height: number): string {
  const all = Array.from(values);
  const highest = Math.max(...all);
  if (all.length < 2 || !(highest > 0)) return '';
  const x = (at: number) => ((at * width) / (all.length - 1)).toFixed(1);
  const y = (value: number) => (height * (1 - value / highest)).toFixed(1);
  return all.map((value, at) => `${x(at)},${y(value)}`).join(' ');
}
