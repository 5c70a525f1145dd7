/**
 * The path of the page's folder. All pages of an origin, such as all of an account's on github.io, share
 * its storage, so names in it contain this path.
 */
export const scope = new URL('.', globalThis.document?.baseURI ?? 'http://localhost/').pathname;

/** A name in storage that no page in another folder uses. */
export const scoped = (name: string): string => `inkling ${scope} ${name}`;
