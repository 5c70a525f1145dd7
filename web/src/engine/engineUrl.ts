/** The folder of the engine's files, named after what is in it, so that none is ever taken for an older one. */
declare const __ENGINE_FOLDER__: string;

/** The engine's files keep the names by which they find each other. */
export function engineUrl(file: string): string {
  return new URL(`${__ENGINE_FOLDER__}/${file}`, document.baseURI).href;
}
