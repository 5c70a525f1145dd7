import type { Handlers } from '../../protocol/calls';
import { declined, refuseUnlessEmpty, throwIfCancelled } from '../../protocol/failure';
import type { TrainingEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { throttle, yieldToMessages } from '../pace';

/** A model learns from corrections, slice by slice, and answers with a copy that has learned. */
export function learningCalls(engine: TrainingEngine): Pick<Handlers<'training'>, 'learn'> {
  return {
    learn: ({ model, corrections }, { report, signal }) =>
      withHandle(new engine.PatchSession(), async (learning) => {
        refuseUnlessEmpty(learning.start(model, corrections));
        const due = throttle(10);
        for (;;) {
          const progress = learning.advance();
          if (progress.state === 'failed') throw declined('patchFull');
          if (progress.state === 'finished') return { progress, model: learning.model() };
          if (due()) report(progress.done);
          await yieldToMessages();
          throwIfCancelled(signal);
        }
      }),
  };
}
