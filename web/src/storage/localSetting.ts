// Small settings in localStorage, which can be read before the first paint. Callers check what they read:
// another version, or anybody, may have written it. A new setting is a class like kit/theme.svelte.ts.
import { scoped } from './scope';

/** Null if there is none. Falls back to the name that versions before this one used. */
export function readSetting(name: string, earlier = `inkling-${name}`): string | null {
  try {
    return localStorage.getItem(scoped(name)) ?? localStorage.getItem(earlier);
  } catch {
    return null; // storage is denied: settings last until the page is closed
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(scoped(name), value);
  } catch {
    // as above
  }
}
