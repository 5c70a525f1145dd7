import { type ClassNames, labelNamed } from '../shared/classes';

export type Command = 'undo' | 'redo' | 'erase' | 'clear';

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const commandKey = apple ? '⌘' : 'Ctrl+';
const shiftKey = apple ? '⇧' : 'Shift+';

/** The keys of each command, for people and, as aria-keyshortcuts, for screen readers. */
export const keysOf: Record<Command | 'pen', { shown: string; aria: string }> = {
  undo: { shown: `${commandKey}Z`, aria: 'Control+Z Meta+Z' },
  redo: { shown: `${shiftKey}${commandKey}Z`, aria: 'Control+Shift+Z Meta+Shift+Z Control+Y' },
  erase: { shown: 'E', aria: 'E' },
  clear: { shown: 'Esc', aria: 'Escape Delete' },
  pen: { shown: '[ ]', aria: '[ ]' },
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** With Ctrl or, on Apple's keyboards, Cmd. */
function withCommand({ key, shiftKey }: Key): Command | null {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

function plain({ key, shiftKey }: Key): Command | null {
  if (['Escape', 'Delete', 'Backspace'].includes(key)) return 'clear';
  return key.toLowerCase() === 'e' && !shiftKey ? 'erase' : null;
}

/**
 * Whether a key writes a character. Such shortcuts act only where the focus is on what they are for
 * (WCAG 2.1.4): elsewhere speech input or a slip of the hand would press them unmeant.
 */
export function isCharacter({ key, ctrlKey, metaKey }: Key): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey;
}

/** What a key asks for, if anything. */
export function commandOf(key: Key): Command | null {
  if (key.altKey) return null;
  return key.ctrlKey || key.metaKey ? withCommand(key) : plain(key);
}

/** The class that a key corrects to; undefined where it names none. */
export function nameOf(
  { key, ctrlKey, metaKey, altKey }: Key,
  classes: ClassNames,
): string | undefined {
  if (ctrlKey || metaKey || altKey || [...key].length !== 1) return undefined;
  return classes[labelNamed(key, classes) ?? -1];
}

/** The first and the last of the keys that name a class. */
export const keysOfClasses = (classes: ClassNames): string => `${classes[0]}–${classes.at(-1)}`;

/** How many steps broader a key makes the pen. Some keyboards write these brackets with Alt. */
export function penStepsOf({ key, ctrlKey, metaKey }: Key): number {
  if (ctrlKey || metaKey) return 0;
  return ['[', ']'].includes(key) ? (key === ']' ? 1 : -1) : 0;
}

/** In a field the keys are for its text. */
export function isText(target: EventTarget | null): boolean {
  const field =
    'input:not([type=file]), textarea, select, [contenteditable]:not([contenteditable="false"])';
  return target instanceof Element && target.closest(field) !== null;
}
