/**
 * The states of a run. Starting: its data or its checkpoint are being read. Running: the worker was asked
 * to train and takes commands. Stopping: it was asked to stop, and evaluates the model so far.
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
  // The worker may have ended before it heard of the pause.
  paused: { resume: 'running', stop: 'stopping', finish: 'finished', fail: 'failed' },
  stopping: { finish: 'finished', fail: 'failed' },
  finished: { start: 'starting' },
  failed: { start: 'starting' },
};

/** The state after this event; null if the event doesn't apply in this state, and nothing happens. */
export function transition(state: RunState, event: RunEvent): RunState | null {
  return transitions[state][event] ?? null;
}

/** Whether a run is under way: no other may start, and its data stay. */
export function isActive(state: RunState): boolean {
  return transition(state, 'start') === null;
}

/** Whether the worker takes commands. */
export function isControllable(state: RunState): boolean {
  return transition(state, 'stop') !== null;
}

/** The states that programs outside the page rely on. */
export type ShownState = Exclude<RunState, 'starting' | 'stopping'>;

/** A run that starts or stops is running, for those outside. */
export function shownState(state: RunState): ShownState {
  return state === 'starting' || state === 'stopping' ? 'running' : state;
}
