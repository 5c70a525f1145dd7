import { expect, test } from 'vitest';
import { commandOf } from '#web/read/shortcuts';

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
