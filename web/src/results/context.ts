import { createContext } from 'svelte';
import type { ModelExporter } from '../export/modelExporter.svelte';
import type { Problems } from '../kit/problems.svelte';
import type { ModelInUse } from '../model/model.svelte';
import type { Mistakes } from './mistakes/mistakes.svelte';
import type { TestFile } from './testFile.svelte';

/** State shared by the components of the results. */
export interface ResultsContext {
  readonly model: ModelInUse;
  readonly test: TestFile;
  readonly mistakes: Mistakes;
  readonly exporter: ModelExporter;
  readonly problems: Problems;
  /** Puts a picture away and clears the pad. */
  readonly emptyPad: () => void;
}

export const [useResults, provideResults] = createContext<ResultsContext>();
