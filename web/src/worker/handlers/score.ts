import type { CallContext, Handlers } from '../../protocol/calls';
import { pageFailure, throwIfCancelled, throwIfError } from '../../protocol/failure';
import type { SampleScores, Training, TrainingEngine } from '../../protocol/types';
import { type Owned, withHandle } from '../owned';
import { throttle, yieldToMessages } from '../pace';

const rowsInSlice = 256;

/** Allocates the scores of `rows` rows. */
function empty(rows: number): SampleScores {
  return {
    rows: new Uint32Array(rows),
    labels: new Uint8Array(rows),
    predicted: new Uint8Array(rows),
    confidence: new Float32Array(rows),
    uncalibrated: new Float32Array(rows),
    label_probability: new Float32Array(rows),
    losses: new Float32Array(rows),
  };
}

function put(some: SampleScores, into: SampleScores, at: number): void {
  for (const name of Object.keys(into) as (keyof SampleScores)[]) into[name].set(some[name], at);
}

/** Scores all `total` rows, one slice at a time. */
async function inSlices(
  total: number,
  slice: (first: number, count: number) => SampleScores,
  { report, signal }: CallContext<'score_validation'>,
): Promise<SampleScores> {
  const scores = empty(total);
  const due = throttle(10);
  for (let first = 0; first < total; first += rowsInSlice) {
    put(slice(first, rowsInSlice), scores, first);
    if (due()) report({ done: Math.min(first + rowsInSlice, total), total });
    await yieldToMessages();
    throwIfCancelled(signal);
  }
  return scores;
}

/** Scores a model on the validation rows of the last run. */
export function scoringCalls(
  engine: TrainingEngine,
  ended: Owned<Training>,
): Pick<Handlers<'training'>, 'score_validation'> {
  return {
    score_validation: (model, context) =>
      withHandle(new engine.Predictor(), (predictor) => {
        throwIfError(predictor.load(model));
        const measured = ended.value;
        if (!measured) throw pageFailure('noRun');
        const slice = (first: number, count: number) => {
          if (ended.value !== measured) throw pageFailure('noRun');
          return predictor.score_validation(measured, first, count);
        };
        return inSlices(measured.validation_size(), slice, context);
      }),
  };
}
