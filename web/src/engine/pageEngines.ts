import type { EngineName } from '../protocol/calls';
import { attempts, type Variant, variants } from '../protocol/variant';
import picturesProgram from '../worker/picturesWorker?worker&url';
import readingProgram from '../worker/readingWorker?worker&url';
import sheetsProgram from '../worker/sheetsWorker?worker&url';
import trainingProgram from '../worker/trainingWorker?worker&url';
import { probeSimd, rememberedSimd } from './kernelProbe';
import { type FasterSimd, type LazyEngine, lazyEngine } from './lazyEngine';
import { machine } from './machine';

/**
 * The folder of the engine's files. It is named after a hash of its contents, so that browsers never use a stale
 * file.
 */
declare const __ENGINE_FOLDER__: string;

/** The value of `?engine=` in the page's address; null if absent. */
export const requestedName = new URLSearchParams(location.search).get('engine');

/** The variant requested in the address; null for none or an unknown name. */
export const requestedVariant: Variant | null =
  variants.find((variant) => variant === requestedName) ?? null;

const programs: Record<EngineName, string> = {
  reading: readingProgram,
  pictures: picturesProgram,
  sheets: sheetsProgram,
  training: trainingProgram,
};

/** Returns a file's URL. The engine's files refer to each other by name, so they aren't renamed. */
function engineUrl(file: string): string {
  return new URL(`${__ENGINE_FOLDER__}/${file}`, document.baseURI).href;
}

/** Only training is worth a probe. What it finds, the other engines use from the next visit on. */
function fasterSimd(engine: EngineName): FasterSimd {
  const known = rememberedSimd(__ENGINE_FOLDER__);
  if (engine !== 'training') return { known };
  return { known, probe: () => probeSimd(__ENGINE_FOLDER__, engineUrl) };
}

/** The variant that training will probably use, before its engine has started. */
export const plannedTraining = () =>
  attempts('training', machine, requestedVariant, fasterSimd('training').known ?? 'relaxed')[0];

/** Starts the page's own engine, in the variant that the address requests, or else the fastest. */
export function startEngine<Engine extends EngineName>(engine: Engine): LazyEngine<Engine> {
  const files = { program: programs[engine], address: engineUrl };
  return lazyEngine(engine, files, requestedVariant, fasterSimd(engine));
}
