// Judges a file in a folder or archive by its path.

// Files that operating systems create.
const clutter = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const partsOf = (path: string) => path.split(/[/\\]/);

/** Whether the path is hidden or was created by the operating system. */
export function isClutter(path: string): boolean {
  const parts = partsOf(path);
  return (
    parts.at(-1) === '' || parts.some((part) => part !== '..' && part !== '.' && clutter.test(part))
  );
}
