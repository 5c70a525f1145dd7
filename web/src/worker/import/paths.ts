// What the path of a file in a folder or an archive tells.

const isDigit = /^[0-9]$/;

// What systems put there for themselves.
const clutter = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const partsOf = (path: string) => path.split(/[/\\]/);

/** The digit that names the nearest folder that one names: 7 of "train/7/a.png". */
export function labelOf(path: string): number | null {
  const folder = partsOf(path)
    .slice(0, -1)
    .findLast((part) => isDigit.test(part));
  return folder === undefined ? null : Number(folder);
}

/** Whether there is no file under this path that a person put there. */
export function isClutter(path: string): boolean {
  const parts = partsOf(path);
  return (
    parts.at(-1) === '' || parts.some((part) => part !== '..' && part !== '.' && clutter.test(part))
  );
}
