// The queue of rows that a person checks, one after the other.
import type { Row } from './row';

/** A row as it was before it was accepted, and its place in the queue. */
interface Step {
  row: Row;
  at: number;
}

export interface Review {
  ids: readonly string[];
  at: number; // the row that is looked at; behind the last when all are done
  accepted: readonly Step[]; // to be undone, the latest last
}

export function reviewOf(ids: readonly string[]): Review {
  return { ids, at: 0, accepted: [] };
}

/** The row that is looked at; null behind the last. */
export function currentOf({ ids, at }: Review): string | null {
  return ids[at] ?? null;
}

const moved = (review: Review, at: number): Review => ({
  ...review,
  at: Math.max(0, Math.min(at, review.ids.length)),
});

export const skip = (review: Review): Review => moved(review, review.at + 1);
export const back = (review: Review): Review => moved(review, review.at - 1);

/** The row that is looked at is right as it will be; this is how it was. */
export function accept(review: Review, row: Row): Review {
  const accepted = [...review.accepted, { row, at: review.at }];
  return { ...skip(review), accepted };
}

/** Back to the row that was accepted last. */
export function undo(review: Review): Review {
  const last = review.accepted.at(-1);
  if (!last) return review;
  return { ...moved(review, last.at), accepted: review.accepted.slice(0, -1) };
}

/** With rows that came since at the end. */
export function extended(review: Review, ids: readonly string[]): Review {
  const known = new Set(review.ids);
  const more = ids.filter((id) => !known.has(id));
  return more.length > 0 ? { ...review, ids: [...review.ids, ...more] } : review;
}
