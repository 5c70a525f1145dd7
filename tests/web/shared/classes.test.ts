import { expect, test } from 'vitest';
import { withOutputs, withoutOutputs } from '#web/shared/architecture';
import { allSingle, digitNames, joinedNames, kindOf, labelNamed } from '#web/shared/classes';

test('the ten digits in order are digits, everything else is classes', () => {
  expect(kindOf(digitNames)).toBe('digit');
  expect(kindOf(digitNames.slice(0, 9))).toBe('class');
  expect(kindOf(digitNames.toReversed())).toBe('class');
  expect(allSingle(digitNames)).toBe(true);
  expect(allSingle(['A', 'cat'])).toBe(false);
});

test('words are separated, single characters joined', () => {
  expect(joinedNames(['1', '2'])).toBe('12');
  expect(joinedNames(['A', 'cat', 'dog', 'B'])).toBe('A cat dog B');
  expect(joinedNames([])).toBe('');
});

test('names are matched in another case only if unambiguous', () => {
  expect(labelNamed('cat', ['dog', 'Cat'])).toBe(1);
  expect(labelNamed('a', ['A', 'a'])).toBe(1);
  expect(labelNamed('AB', ['Ab', 'aB'])).toBe(undefined);
});

test('the last layer gets one output per class, and converts back', () => {
  const network = 'flatten | dense 10 | relu | dense 10';
  expect(withOutputs(network, 47)).toBe('flatten | dense 10 | relu | dense 47');
  expect(withoutOutputs(withOutputs(network, 47), 47)).toBe(network);
  expect(withOutputs('flatten | dense 5', 47)).toBe('flatten | dense 5');
  expect(withoutOutputs('flatten | dense 147', 47)).toBe('flatten | dense 147');
});
