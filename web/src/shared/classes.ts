// The class names of data and models, by label. They come from the engine.

export type ClassNames = readonly string[];

/** Used until a model is loaded, and for files without class names. */
export const digitNames: ClassNames = Array.from('0123456789');

/** What messages call a class: a digit, or a class of another kind. */
export type Kind = 'digit' | 'class';

export const kindOf = (classes: ClassNames): Kind =>
  classes.length === digitNames.length && classes.every((name, at) => name === digitNames[at])
    ? 'digit'
    : 'class';

/** Names of several characters are separated by spaces, as in the engine. */
const isWord = (name: string): boolean => [...name].length > 1;

/** Whether each class can be typed with one key. */
export const allSingle = (classes: ClassNames): boolean => !classes.some(isWord);

/** Joins names as the engine does. */
export function joinedNames(names: readonly string[]): string {
  return names.reduce((text, name, at) => {
    const before = names[at - 1];
    const apart = before !== undefined && (isWord(name) || isWord(before));
    return `${text}${apart ? ' ' : ''}${name}`;
  }, '');
}

/**
 * Returns the label of the class with this name; undefined if there is none. Ignores case if only one class
 * matches.
 */
export function labelNamed(text: string, classes: ClassNames): number | undefined {
  const exact = classes.indexOf(text);
  if (exact >= 0) return exact;
  const alike = classes.flatMap((name, label) =>
    name.toLowerCase() === text.toLowerCase() ? [label] : [],
  );
  return alike.length === 1 ? alike[0] : undefined;
}
