/** An immutable undo history. Each step returns a new one. */
export interface UndoHistory<State> {
  readonly past: readonly State[]; // latest last
  readonly present: State;
  readonly future: readonly State[]; // next one first
}

/** Limits the undo steps of a pad that is used all day. */
export const stepsKept = 200;

export function startingWith<State>(present: State): UndoHistory<State> {
  return { past: [], present, future: [] };
}

/** Adds a state and discards all undone ones. */
export function changed<State>(
  { past, present }: UndoHistory<State>,
  to: State,
): UndoHistory<State> {
  return { past: [...past, present].slice(-stepsKept), present: to, future: [] };
}

/** Returns the same history if there is nothing to undo. */
export function undone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const { past, present, future } = history;
  const [before] = past.slice(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** Returns the same history if there is nothing to redo. */
export function redone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const { past, present, future } = history;
  const [next, ...later] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: later };
}
