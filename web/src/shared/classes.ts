// The names of classes: what images belong to and a model tells apart, by label. They come from the engine.

export type ClassNames = readonly string[];

/** What the page shows until there is a model, and what files without names have. */
export const digitNames: ClassNames = Array.from('0123456789');

/** What messages call one of them. */
export type Kind = 'digit' | 'class';

export const kindOf = (classes: ClassNames): Kind =>
  classes.length === digitNames.length && classes.every((name, at) => name === digitNames[at])
    ? 'digit'
    : 'class';

/** A name of several characters is set apart from its neighbours by spaces, as the engine does. */
const isWord = (name: string): boolean => [...name].length > 1;

/** Whether a single key can name each. */
export const allSingle = (classes: ClassNames): boolean => !classes.some(isWord);

/** The names one after the other, as the engine writes them. */
export function joinedNames(names: readonly string[]): string {
  return names.reduce((text, name, at) => {
    const before = names[at - 1];
    const apart = before !== undefined && (isWord(name) || isWord(before));
    return `${text}${apart ? ' ' : ''}${name}`;
  }, '');
}

/** The label of the class of that name, in another case if only one has it so; undefined if there is none. */
export function labelNamed(text: string, classes: ClassNames): number | undefined {
  const exact = classes.indexOf(text);
  if (exact >= 0) return exact;
  const alike = classes.flatMap((name, label) =>
    name.toLowerCase() === text.toLowerCase() ? [label] : [],
  );
  return alike.length === 1 ? alike[0] : undefined;
}
