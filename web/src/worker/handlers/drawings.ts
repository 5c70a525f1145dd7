import type { Handlers } from '../../protocol/calls';
import { pageFailure } from '../../protocol/failure';
import type { TrainingEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { importFile } from './importData';

/** Reads labelled drawings from a file for the page to store. */
export function collectingCalls(engine: TrainingEngine): Pick<Handlers<'training'>, 'collect'> {
  return {
    collect: async ({ file, limit }, { signal }) =>
      withHandle(await importFile(engine, file, () => {}, signal), (data) => {
        const { images, labelled, classes } = data.summary();
        if (!labelled) throw pageFailure('noLabels');
        if (images > limit) throw pageFailure('tooManyDrawings', { limit });
        return { drawings: engine.drawings_of(data), classes };
      }),
  };
}
