import type { Handlers, Predictions } from '../../protocol/calls';
import { refuseUnlessEmpty, throwIfCancelled } from '../../protocol/failure';
import type { Data, Predictor, TrainingEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { throttle, yieldToMessages } from '../pace';
import { adjust, importFile } from './data';

const imagesInSlice = 256;
const firstImages = 40;

async function predictAll(
  predictor: Predictor,
  data: Data,
  report: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const total = data.summary().images;
  const labels = new Uint8Array(total);
  const due = throttle(10);
  for (let first = 0; first < total; first += imagesInSlice) {
    const count = Math.min(imagesInSlice, total - first);
    labels.set(predictor.predict(data, first, count), first);
    if (due()) report(first + count, total);
    await yieldToMessages();
    throwIfCancelled(signal);
  }
  return labels;
}

export function predictingCalls(engine: TrainingEngine): Pick<Handlers<'training'>, 'predict'> {
  return {
    predict: ({ model, file, adjustments }, { report, signal }) =>
      withHandle(new engine.Predictor(), async (predictor): Promise<Predictions> => {
        refuseUnlessEmpty(predictor.load(model));
        // Reading the file is the first half of the way, predicting the second.
        const data = await importFile(
          engine,
          file,
          ({ done, total }) => report({ done, total: 2 * total }),
          signal,
        );
        return withHandle(data, async () => {
          for (const adjustment of adjustments) adjust(data, adjustment);
          const labels = await predictAll(
            predictor,
            data,
            (done, total) => report({ done: total + done, total: 2 * total }),
            signal,
          );
          const images = data.images(0, Math.min(firstImages, labels.length));
          const submission = data.submission(labels);
          return { summary: data.summary(), submission, labels, images };
        });
      }),
  };
}
