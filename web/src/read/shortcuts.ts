import { messages } from '../messages';
import { type ClassNames, labelNamed } from '../shared/classes';

export type Command = 'undo' | 'redo' | 'erase' | 'clear';

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const commandKey = () => (apple ? '⌘' : `${messages.read.keyNames.control}+`);
const shiftKey = () => (apple ? '⇧' : `${messages.read.keyNames.shift}+`);

/** The keys of each command: as shown to people, and for aria-keyshortcuts. */
export const keysOf: Record<Command | 'pen', { readonly shown: string; aria: string }> = {
  undo: {
    get shown() {
      return `${commandKey()}Z`;
    },
    aria: 'Control+Z Meta+Z',
  },
  redo: {
    get shown() {
      return `${shiftKey()}${commandKey()}Z`;
    },
    aria: 'Control+Shift+Z Meta+Shift+Z Control+Y',
  },
  erase: { shown: 'E', aria: 'E' },
  clear: { shown: 'Esc', aria: 'Escape Delete' },
  pen: { shown: '[ ]', aria: '[ ]' },
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Handles keys with Ctrl, or Cmd on Apple keyboards. */
function withCommand({ key, shiftKey }: Key): Command | null {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

function plain({ key, shiftKey }: Key): Command | null {
  if (['Escape', 'Delete', 'Backspace'].includes(key)) return 'clear';
  return key.toLowerCase() === 'e' && !shiftKey ? 'erase' : null;
}

/**
 * Whether a key types a character. Such shortcuts work only while their target has the focus (WCAG 2.1.4),
 * because speech input or a slip could trigger them by accident.
 */
export function isCharacter({ key, ctrlKey, metaKey }: Key): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey;
}

/** Returns the command of a key, if any. */
export function commandOf(key: Key): Command | null {
  if (key.altKey) return null;
  return key.ctrlKey || key.metaKey ? withCommand(key) : plain(key);
}

/** Returns the class that a key stands for; undefined if none. */
export function nameOf(
  { key, ctrlKey, metaKey, altKey }: Key,
  classes: ClassNames,
): string | undefined {
  if (ctrlKey || metaKey || altKey || [...key].length !== 1) return undefined;
  return classes[labelNamed(key, classes) ?? -1];
}

/** Returns the first and last of the keys that stand for classes. */
export const keysOfClasses = (classes: ClassNames): string => `${classes[0]}–${classes.at(-1)}`;

/** Returns by how many steps a key makes the pen broader. Some keyboards need Alt for these brackets. */
export function penStepsOf({ key, ctrlKey, metaKey }: Key): number {
  if (ctrlKey || metaKey) return 0;
  return ['[', ']'].includes(key) ? (key === ']' ? 1 : -1) : 0;
}

/** Text fields need the keys themselves. */
export function isText(target: EventTarget | null): boolean {
  const field =
    'input:not([type=file]), textarea, select, [contenteditable]:not([contenteditable="false"])';
  return target instanceof Element && target.closest(field) !== null;
}
