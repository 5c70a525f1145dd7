/**
 * Properties that a page set before the element was defined would hide the class's accessors. Removes them and
 * sets them again through the accessors.
 */
export function upgradeProperties<Name extends string>(
  element: { [Property in Name]: unknown },
  names: readonly Name[],
): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const early = element[name];
    delete (element as Partial<typeof element>)[name];
    element[name] = early as (typeof element)[Name];
  }
}
