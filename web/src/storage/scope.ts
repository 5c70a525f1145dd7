/**
 * The path of the page's folder. All pages of an origin, such as one account's on github.io, share storage, so
 * names in it include this path.
 */
export const scope = new URL('.', globalThis.document?.baseURI ?? 'http://localhost/').pathname;

/** Returns a storage name that pages in other folders don't use. */
export const scoped = (name: string): string => `inkling ${scope} ${name}`;
