// The queue of rows that a person reviews one by one.
import type { Row } from './row';

/** An undo step: a row before it was accepted, and its place in the queue. */
interface Step {
  row: Row;
  at: number;
}

export interface Review {
  ids: readonly string[];
  at: number; // index of the current row; ids.length after the last
  accepted: readonly Step[]; // latest last
}

export function reviewOf(ids: readonly string[]): Review {
  return { ids, at: 0, accepted: [] };
}

/** The id of the current row, or null after the last. */
export function currentOf({ ids, at }: Review): string | null {
  return ids[at] ?? null;
}

const moved = (review: Review, at: number): Review => ({
  ...review,
  at: Math.max(0, Math.min(at, review.ids.length)),
});

export const skip = (review: Review): Review => moved(review, review.at + 1);
export const back = (review: Review): Review => moved(review, review.at - 1);

/** Accepts the current row, and moves on. `row` is the row before that, for undo. */
export function accept(review: Review, row: Row): Review {
  const accepted = [...review.accepted, { row, at: review.at }];
  return { ...skip(review), accepted };
}

/** Goes back to the row that was accepted last. */
export function undo(review: Review): Review {
  const last = review.accepted.at(-1);
  if (!last) return review;
  return { ...moved(review, last.at), accepted: review.accepted.slice(0, -1) };
}

/** Appends the rows that aren't in the queue yet. */
export function extended(review: Review, ids: readonly string[]): Review {
  const known = new Set(review.ids);
  const more = ids.filter((id) => !known.has(id));
  return more.length > 0 ? { ...review, ids: [...review.ids, ...more] } : review;
}
