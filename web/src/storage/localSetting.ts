// Small settings in localStorage, which can be read before the first paint. Callers validate values, which
// another version or anybody else may have written. For a new setting, write a class like kit/theme.svelte.ts.
import { scoped } from './scope';

/** Returns null if there is none. Falls back to the name that earlier versions used. */
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
