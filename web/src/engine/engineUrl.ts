// The engine's files, which keep the names by which they find each other.
import type { Variant } from './variant';

/** Their folder, named after what is in it, so that no file is ever taken for an older one. */
declare const __ENGINE_FOLDER__: string;

export function engineUrl(file: string): string {
  return new URL(`${__ENGINE_FOLDER__}/${file}`, document.baseURI).href;
}

async function fetchAndCompile(variant: Variant): Promise<WebAssembly.Module> {
  const response = await fetch(engineUrl(`${variant}.wasm`));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // Compiled while it comes, unless the host calls it something else.
  const streams = response.headers.get('content-type') === 'application/wasm';
  return streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

const modules = new Map<Variant, Promise<WebAssembly.Module>>();

/** Fetched and compiled once for all workers; again, after it could not be. */
export function compiled(variant: Variant): Promise<WebAssembly.Module> {
  const module = modules.get(variant) ?? fetchAndCompile(variant);
  modules.set(variant, module);
  module.catch(() => modules.delete(variant));
  return module;
}
