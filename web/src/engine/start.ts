import type { Work } from '../protocol/calls';
import readingProgram from '../worker/readingWorker?worker&url';
import trainingProgram from '../worker/trainingWorker?worker&url';
import { engineUrl } from './engineUrl';
import { type StartedEngine, started } from './started';
import { wished } from './wish';

const programs: Record<Work, string> = { reading: readingProgram, training: trainingProgram };

/** An engine from the page's own files, in the variant that the page's address asks for. */
export function startEngine<Does extends Work>(work: Does): StartedEngine<Does> {
  return started(work, { program: programs[work], address: engineUrl }, wished);
}
