/** The values that a number field accepts. */
export interface Range {
  min: number;
  max: number;
  whole: boolean;
  nearOne?: boolean; // its distance from 1 is what matters
}

/** Whether a value of any type is a number in the range. */
export function within(value: unknown, { min, max, whole }: Range): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}
