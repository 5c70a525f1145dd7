import type { Handlers } from '../../protocol/calls';
import { throwIfError } from '../../protocol/failure';
import type { TrainingEngine } from '../../protocol/types';

export function exportingCalls(engine: TrainingEngine): Pick<Handlers<'training'>, 'export_model'> {
  return {
    export_model: ({ model, trained }) => {
      const { error, ...made } = trained
        ? engine.export_trained(model, trained.settings, trained.confusion, trained.generated)
        : engine.export_model(model);
      throwIfError(error);
      return made;
    },
  };
}
