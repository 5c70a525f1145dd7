import type { Handlers } from '../../protocol/calls';
import { declined } from '../../protocol/failure';
import type { TrainingEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { importFile } from './data';

// Each is shown and stored by the browser. A whole train.csv is for training.
const mostDrawings = 2000;

/** Labelled drawings from a file, for the page to keep. */
export function collectingCalls(engine: TrainingEngine): Pick<Handlers<'training'>, 'collect'> {
  return {
    collect: async (file, { signal }) =>
      withHandle(await importFile(engine, file, () => {}, signal), (data) => {
        const { images, labelled, classes } = data.summary();
        if (!labelled) throw declined('noLabels');
        if (images > mostDrawings) throw declined('tooManyDrawings', { limit: mostDrawings });
        return { drawings: engine.drawings_of(data), classes };
      }),
  };
}
