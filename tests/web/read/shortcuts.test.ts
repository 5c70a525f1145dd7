import { expect, test } from 'vitest';
import { commandOf, isCharacter, keysOfClasses, nameOf, penStepsOf } from '#web/read/shortcuts';
import { digitNames } from '#web/shared/classes';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ['z', { ctrlKey: true }, 'undo'],
  ['z', { metaKey: true }, 'undo'],
  ['Z', { ctrlKey: true }, 'undo'], // caps lock
  ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
  ['z', { metaKey: true, shiftKey: true }, 'redo'],
  ['y', { ctrlKey: true }, 'redo'],
  ['e', {}, 'erase'],
  ['E', {}, 'erase'],
  ['Escape', {}, 'clear'],
  ['Delete', {}, 'clear'],
  ['Backspace', {}, 'clear'],
  ['z', {}, null],
  ['e', { ctrlKey: true }, null],
  ['E', { shiftKey: true }, null],
  ['z', { ctrlKey: true, altKey: true }, null],
  ['Delete', { ctrlKey: true }, null],
  ['7', {}, null],
])('%s with %o is %s', (key, modifiers, command) => {
  expect(commandOf({ ...none, key, ...modifiers })).toBe(command);
});

test.each([
  ['7', {}, '7'],
  ['0', {}, '0'],
  ['7', { shiftKey: true }, '7'], // as on keyboards with digits on the shifted level
  ['7', { ctrlKey: true }, undefined], // switches browser tabs
  ['7', { metaKey: true }, undefined],
  ['7', { altKey: true }, undefined],
  ['e', {}, undefined],
  ['F7', {}, undefined],
  [' ', {}, undefined],
])('%s with %o corrects to %s', (key, modifiers, name) => {
  expect(nameOf({ ...none, key, ...modifiers }, digitNames)).toBe(name);
});

test('a letter corrects to its class, in either case if unique, and never to a word', () => {
  const letters = ['A', 'b', 'B', 'Delete'];
  expect(nameOf({ ...none, key: 'a' }, letters)).toBe('A');
  expect(nameOf({ ...none, key: 'B' }, letters)).toBe('B');
  expect(nameOf({ ...none, key: 'Delete' }, letters)).toBe(undefined);
  expect(keysOfClasses(letters.slice(0, 3))).toBe('A–B');
});

test.each([
  ['5', {}, true],
  ['E', { shiftKey: true }, true],
  ['[', { altKey: true }, true], // as on keyboards with brackets on Alt
  ['e', { ctrlKey: true }, false],
  ['z', { metaKey: true }, false],
  ['Escape', {}, false],
  ['F5', {}, false],
])('%s with %o types a character: %s', (key, modifiers, character) => {
  expect(isCharacter({ ...none, key, ...modifiers })).toBe(character);
});

test.each([
  [']', {}, 1],
  ['[', {}, -1],
  ['[', { altKey: true }, -1], // as on keyboards with brackets on Alt
  ['[', { metaKey: true }, 0], // browser shortcut for Back
  [']', { ctrlKey: true }, 0],
  ['8', { altKey: true }, 0],
  ['{', { shiftKey: true }, 0],
])('%s with %o makes the pen %i steps broader', (key, modifiers, steps) => {
  expect(penStepsOf({ ...none, key, ...modifiers })).toBe(steps);
});
