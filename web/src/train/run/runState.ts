/**
 * The states of a run.
 * Starting: its data or checkpoint are being loaded.
 * Running: the worker was asked to train and accepts commands.
 * Stopping: the worker was asked to stop and is evaluating the model.
 */
export type RunState =
  | 'idle'
  | 'starting'
  | 'running'
  | 'paused'
  | 'stopping'
  | 'finished'
  | 'failed';

export type RunEvent = 'start' | 'begin' | 'pause' | 'resume' | 'stop' | 'finish' | 'fail';

const transitions: Record<RunState, Partial<Record<RunEvent, RunState>>> = {
  idle: { start: 'starting' },
  starting: { begin: 'running', fail: 'failed' },
  running: { pause: 'paused', stop: 'stopping', finish: 'finished', fail: 'failed' },
  // The worker may have finished before the pause reached it.
  paused: { resume: 'running', stop: 'stopping', finish: 'finished', fail: 'failed' },
  stopping: { finish: 'finished', fail: 'failed' },
  finished: { start: 'starting' },
  failed: { start: 'starting' },
};

/** Returns the next state; null if the event doesn't apply, in which case nothing happens. */
export function transition(state: RunState, event: RunEvent): RunState | null {
  return transitions[state][event] ?? null;
}

/** Whether a run is in progress. Then no other may start, and its data stay. */
export function isActive(state: RunState): boolean {
  return transition(state, 'start') === null;
}

/** Whether the worker accepts commands. */
export function isControllable(state: RunState): boolean {
  return transition(state, 'stop') !== null;
}

/** The states that programs outside the page rely on. */
export type ShownState = Exclude<RunState, 'starting' | 'stopping'>;

/** Reports starting and stopping as running. */
export function shownState(state: RunState): ShownState {
  return state === 'starting' || state === 'stopping' ? 'running' : state;
}
