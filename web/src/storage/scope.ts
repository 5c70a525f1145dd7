/**
 * The folder that the page is in. Pages of one host, such as all of somebody's on github.io, share its
 * storage: what is the page's own is named after this.
 */
export const scope = new URL('.', globalThis.document?.baseURI ?? 'http://localhost/').pathname;

/** A name in storage that no page in another folder has. */
export const scoped = (name: string): string => `inkling ${scope} ${name}`;
