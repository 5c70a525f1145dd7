import { expect, test } from 'vitest';
import {
  isActive,
  isControllable,
  type RunEvent,
  type RunState,
  shownState,
  transition,
} from '#web/train/run/runState';

const after = (...events: RunEvent[]) =>
  events.reduce<RunState | null>((state, event) => state && transition(state, event), 'idle');

const states: RunState[] = [
  'idle',
  'starting',
  'running',
  'paused',
  'stopping',
  'finished',
  'failed',
];

test('a run starts, trains, pauses, stops and finishes', () => {
  expect(after('start')).toBe('starting');
  expect(after('start', 'begin', 'pause')).toBe('paused');
  expect(after('start', 'begin', 'pause', 'resume', 'stop')).toBe('stopping');
  expect(after('start', 'begin', 'stop', 'finish', 'start')).toBe('starting');
});

test('an active run doesn’t start again', () => {
  const startable = states.filter((state) => transition(state, 'start'));
  expect(startable).toEqual(['idle', 'finished', 'failed']);
  expect(states.filter((state) => !isActive(state))).toEqual(startable);
});

test('accepts commands only while the worker trains and isn’t stopping', () => {
  expect(states.filter(isControllable)).toEqual(['running', 'paused']);
  expect(after('start', 'stop')).toBe(null);
  expect(after('start', 'begin', 'stop', 'pause')).toBe(null);
});

test('every active state can fail, and no other', () => {
  expect(states.filter((state) => transition(state, 'fail'))).toEqual(states.filter(isActive));
});

test('starting and stopping are reported as running', () => {
  expect(states.map(shownState)).toEqual([
    'idle',
    'running',
    'running',
    'paused',
    'running',
    'finished',
    'failed',
  ]);
});
