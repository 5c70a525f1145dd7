/**
 * Attachment that sets a component's remaining props on an element: attributes, handlers and attachments.
 * Svelte's spread does the same but adds 1.5 KB to what loads before a digit can be read.
 */
export function forwardProps(rest: object): (element: Element) => void {
  return (element) => {
    for (const name of Reflect.ownKeys(rest)) {
      const value: unknown = Reflect.get(rest, name);
      if (typeof name === 'symbol') (value as (element: Element) => void)(element);
      else if (name === 'value' || name.startsWith('on')) Object.assign(element, { [name]: value });
      else setAttribute(element, name, value);
    }
  };
}

function setAttribute(element: Element, name: string, value: unknown): void {
  const absent = value === false && !name.startsWith('aria-');
  if (absent || value === undefined || value === null) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}
