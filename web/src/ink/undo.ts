/** States to go back to and forward again. Nothing in it changes: each step makes a new one. */
export interface UndoHistory<State> {
  readonly past: readonly State[]; // the latest last
  readonly present: State;
  readonly future: readonly State[]; // the next one first
}

/** So many steps back are kept, for a pad that is written on all day. */
export const stepsKept = 200;

export function startingWith<State>(present: State): UndoHistory<State> {
  return { past: [], present, future: [] };
}

/** A change after some were undone takes the place of those. */
export function changed<State>(
  { past, present }: UndoHistory<State>,
  to: State,
): UndoHistory<State> {
  return { past: [...past, present].slice(-stepsKept), present: to, future: [] };
}

/** The same where nothing can be undone. */
export function undone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const { past, present, future } = history;
  const [before] = past.slice(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** The same where nothing was undone. */
export function redone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const { past, present, future } = history;
  const [next, ...later] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: later };
}
