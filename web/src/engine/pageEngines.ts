import type { Work } from '../protocol/calls';
import { type Variant, variants } from '../protocol/variant';
import picturesProgram from '../worker/picturesWorker?worker&url';
import readingProgram from '../worker/readingWorker?worker&url';
import trainingProgram from '../worker/trainingWorker?worker&url';
import { type LazyEngine, lazyEngine } from './lazyEngine';

/** The folder of the engine's files, named after what is in it, so that none is ever taken for an older one. */
declare const __ENGINE_FOLDER__: string;

/** The value of `?engine=` in the page's address; null if absent. */
export const requestedName = new URLSearchParams(location.search).get('engine');

/** The variant that the address requests; null for none or an unknown name. */
export const requestedVariant: Variant | null =
  variants.find((variant) => variant === requestedName) ?? null;

const programs: Record<Work, string> = {
  reading: readingProgram,
  pictures: picturesProgram,
  training: trainingProgram,
};

/** The engine's files keep the names by which they find each other. */
function engineUrl(file: string): string {
  return new URL(`${__ENGINE_FOLDER__}/${file}`, document.baseURI).href;
}

/** An engine from the page's own files, in the variant that the page's address asks for. */
export function startEngine<Does extends Work>(work: Does): LazyEngine<Does> {
  return lazyEngine(work, { program: programs[work], address: engineUrl }, requestedVariant);
}
