// Choices that are few letters, there before anything is drawn. Who reads one checks it: it may be
// another version's, or anything.
import { scoped } from './scope';

/** What the browser keeps for the page under this name, by now or `earlier`; null where there is nothing. */
export function readSetting(name: string, earlier = `inkling-${name}`): string | null {
  try {
    return localStorage.getItem(scoped(name)) ?? localStorage.getItem(earlier);
  } catch {
    return null; // storage is denied: a choice lasts as long as the page
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(scoped(name), value);
  } catch {
    // as above
  }
}
