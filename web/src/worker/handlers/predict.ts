import type { Handlers, Predictions } from '../../protocol/calls';
import { throwIfCancelled, throwIfError } from '../../protocol/failure';
import type { Data, Predictor, TrainingEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { throttle, yieldToMessages } from '../pace';
import { adjust, importFile } from './importData';
import { leastCertain } from './leastCertain';

const imagesInSlice = 256;
const firstImages = 40;
const doubtfulImages = 20;

async function predictAll(
  predictor: Predictor,
  data: Data,
  report: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Pick<Predictions, 'labels' | 'confidence'>> {
  const total = data.summary().images;
  const labels = new Uint8Array(total);
  const confidence = new Float32Array(total);
  const due = throttle(10);
  for (let first = 0; first < total; first += imagesInSlice) {
    const count = Math.min(imagesInSlice, total - first);
    const predicted = predictor.predict(data, first, count);
    labels.set(predicted.digits, first);
    confidence.set(predicted.confidence, first);
    if (due()) report(first + count, total);
    await yieldToMessages();
    throwIfCancelled(signal);
  }
  return { labels, confidence };
}

/** Returns the images of these rows, [count, 784]. */
function imagesOf(data: Data, rows: Uint32Array): Uint8Array {
  const images = new Uint8Array(rows.length * 784);
  rows.forEach((row, at) => {
    images.set(data.images(row, 1), at * 784);
  });
  return images;
}

/** Returns how many predictions match the file's labels; null if it has none. */
function rightOf(data: Data, predicted: Uint8Array): number | null {
  const { labelled, images } = data.summary();
  if (!labelled) return null;
  return data.labels(0, images).filter((label, row) => label === predicted[row]).length;
}

export function predictingCalls(engine: TrainingEngine): Pick<Handlers<'training'>, 'predict'> {
  return {
    predict: ({ model, classes, file, adjustments }, { report, signal }) =>
      withHandle(new engine.Predictor(), async (predictor): Promise<Predictions> => {
        throwIfError(predictor.load(model));
        // Reading the file counts as the first half of the progress, predicting as the second.
        const data = await importFile(
          engine,
          file,
          ({ done, total }) => report({ done, total: 2 * total }),
          signal,
        );
        return withHandle(data, async () => {
          for (const adjustment of adjustments) adjust(data, adjustment);
          if (data.summary().labelled) throwIfError(data.match_classes([...classes]));
          const { labels, confidence } = await predictAll(
            predictor,
            data,
            (done, total) => report({ done: total + done, total: 2 * total }),
            signal,
          );
          const images = data.images(0, Math.min(firstImages, labels.length));
          const doubtful = leastCertain(confidence, doubtfulImages);
          return {
            summary: data.summary(),
            submission: data.submission(labels, [...classes]),
            labels,
            images,
            confidence,
            right: rightOf(data, labels),
            doubtful,
            doubtfulImages: imagesOf(data, doubtful),
          };
        });
      }),
  };
}
