import type { Handlers, LearnRequest } from '../../protocol/calls';
import { pageFailure, throwIfCancelled, throwIfError } from '../../protocol/failure';
import type { Data, PatchSession, TrainingEngine } from '../../protocol/types';
import { kindOf } from '../../shared/classes';
import { type Owned, withHandle } from '../owned';
import { throttle, yieldToMessages } from '../pace';

/**
 * For digits, the engine generates its own rehearsal data. Other models need their classes in the loaded data.
 */
function start(
  learning: PatchSession,
  { model, classes, corrections }: LearnRequest,
  data: Data | null,
): string {
  if (kindOf(classes) === 'digit') return learning.start(model, corrections);
  if (!data?.summary().labelled) throw pageFailure('noReplay');
  return learning.start_on(model, corrections, data);
}

/** Adapts a copy of a model to corrections, slice by slice. */
export function learningCalls(
  engine: TrainingEngine,
  data: Owned<Data>,
): Pick<Handlers<'training'>, 'learn'> {
  return {
    learn: (request, { report, signal }) =>
      withHandle(new engine.PatchSession(), async (learning) => {
        throwIfError(start(learning, request, data.value));
        const due = throttle(10);
        for (;;) {
          const progress = learning.advance();
          if (progress.state === 'failed') throw pageFailure('patchFull');
          if (progress.state === 'finished') return { progress, model: learning.model() };
          if (due()) report(progress.done);
          await yieldToMessages();
          throwIfCancelled(signal);
        }
      }),
  };
}
