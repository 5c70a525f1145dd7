/**
 * What a page set before the element was defined stands on it as plain properties, which would hide
 * its own: those are told of it instead.
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
