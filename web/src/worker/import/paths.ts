// What the path of a file in a folder or an archive tells.

// What systems put there for themselves.
const clutter = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const partsOf = (path: string) => path.split(/[/\\]/);

/** Whether there is no file under this path that a person put there. */
export function isClutter(path: string): boolean {
  const parts = partsOf(path);
  return (
    parts.at(-1) === '' || parts.some((part) => part !== '..' && part !== '.' && clutter.test(part))
  );
}
