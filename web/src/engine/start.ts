import type { Work } from './calls';
import { engineUrl } from './engineUrl';
import readingProgram from './readingWorker?worker&url';
import { type StartedEngine, started } from './started';
import trainingProgram from './trainingWorker?worker&url';
import { wished } from './wish';

const programs: Record<Work, string> = { reading: readingProgram, training: trainingProgram };

/** An engine from the page's own files, in the variant that the page's address asks for. */
export function startEngine<Does extends Work>(work: Does): StartedEngine<Does> {
  return started(work, { program: programs[work], address: engineUrl }, wished);
}
