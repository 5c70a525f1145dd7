import { createContext } from 'svelte';
import type { Corrections } from '../corrections/corrections.svelte';
import type { ModelExporter } from '../export/modelExporter.svelte';
import type { Problems } from '../kit/problems.svelte';
import type { ModelInUse } from '../model/model.svelte';
import type { Correcting } from './correct/correcting.svelte';
import type { CorrectionImport } from './correct/correctionImport.svelte';
import type { Learning } from './correct/learning.svelte';
import type { Pictures } from './picture/pictures.svelte';
import type { ReadSession } from './session.svelte';
import type { Steps } from './why/steps.svelte';
import type { Why } from './why/why.svelte';

/** State shared by the components of the reading view. */
export interface ReadContext {
  readonly session: ReadSession;
  readonly pictures: Pictures;
  readonly model: ModelInUse;
  readonly why: Why;
  readonly steps: Steps;
  readonly correcting: Correcting;
  readonly corrections: Corrections;
  readonly correctionImport: CorrectionImport;
  readonly learning: Learning;
  readonly exporter: ModelExporter;
  readonly problems: Problems;
}

export const [useRead, provideRead] = createContext<ReadContext>();
