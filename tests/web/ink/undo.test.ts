import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, redone, startingWith, stepsKept, undone } from '#web/ink/undo';

const states = fc.array(fc.integer(), { maxLength: stepsKept });
const after = (all: readonly number[]) => all.reduce(changed, startingWith(0));
const times = <State>(count: number, step: (state: State) => State, from: State) =>
  Array.from({ length: count }).reduce<State>((state) => step(state), from);

test('undoing every change reaches the start, and redoing every change the end', () => {
  fc.assert(
    fc.property(states, (all) => {
      const history = after(all);
      const back = times(all.length, undone, history);
      expect(back.present).toBe(0);
      expect(back.future).toEqual(all);
      expect(times(all.length, redone, back)).toEqual(history);
    }),
  );
});

test('any sequence of undo and redo reaches one of the states and keeps the others', () => {
  fc.assert(
    fc.property(states, fc.array(fc.boolean()), (all, steps) => {
      const walked = steps.reduce((state, back) => (back ? undone : redone)(state), after(all));
      expect([...walked.past, walked.present, ...walked.future]).toEqual([0, ...all]);
    }),
  );
});

test('a change after undo discards the undone states', () => {
  const history = changed(undone(after([1, 2])), 3);
  expect(history).toEqual({ past: [0, 1], present: 3, future: [] });
  expect(redone(history)).toBe(history);
});

test('does nothing if there is nothing to undo or redo', () => {
  const history = startingWith('as it is');
  expect(undone(history)).toBe(history);
  expect(redone(history)).toBe(history);
});

test('a falsy state counts as a state', () => {
  expect(undone(changed(startingWith(0), 1)).present).toBe(0);
  expect(redone(undone(changed(startingWith(1), 0))).present).toBe(0);
});

test('the oldest steps are dropped', () => {
  const history = times(stepsKept + 50, (state) => changed(state, state.present + 1), after([]));
  expect(history.past).toHaveLength(stepsKept);
  expect(times(stepsKept + 50, undone, history).present).toBe(50);
});

test('earlier histories aren’t modified', () => {
  const before = after([1, 2]);
  const copy = structuredClone(before);
  redone(undone(changed(before, 3)));
  expect(before).toEqual(copy);
});
