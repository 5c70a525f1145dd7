import type { CallContext, Handlers, ModelOfClasses } from '../../protocol/calls';
import { imagesInBlock } from '../../protocol/calls';
import { pageFailure, throwIfCancelled, throwIfError } from '../../protocol/failure';
import type { Data, Scores, TrainingEngine } from '../../protocol/types';
import { type Owned, withHandle } from '../owned';
import { throttle, yieldToMessages } from '../pace';
import { adjust, overview } from './importData';

type Names =
  | 'images'
  | 'mean_images'
  | 'adjust_images'
  | 'choose_classes'
  | 'override_labels'
  | 'save_data'
  | 'find_duplicates'
  | 'score_data';

/** Processes all rows in blocks, and handles messages in between. Stops if the data are replaced. */
async function eachBlock(
  current: Owned<Data>,
  work: (data: Data, first: number) => void,
  { report, signal }: CallContext<'save_data' | 'score_data'>,
): Promise<void> {
  const data = loaded(current);
  const { images } = data.summary();
  const due = throttle(10);
  for (let first = 0; first < images; first += imagesInBlock) {
    work(data, first);
    if (due()) report(first / images);
    await yieldToMessages();
    throwIfCancelled(signal);
    if (current.value !== data) throw pageFailure('noData');
  }
}

function loaded({ value }: Owned<Data>): Data {
  if (!value) throw pageFailure('noData');
  return value;
}

/** Runs `work` on data whose labels index the model's classes: a copy, unless they already do. */
async function withClasses<Result>(
  data: Data,
  classes: readonly string[],
  work: (data: Data) => Promise<Result>,
): Promise<Result> {
  const { images, classes: own } = data.summary();
  if (own.join('\n') === classes.join('\n')) return work(data);
  return withHandle(data.first(images), (copy) => {
    throwIfError(copy.match_classes([...classes]));
    return work(copy);
  });
}

async function score(
  engine: TrainingEngine,
  current: Owned<Data>,
  { model, classes }: ModelOfClasses,
  context: CallContext<'score_data'>,
): Promise<Scores> {
  const { images } = loaded(current).summary();
  const scores = { digits: new Uint8Array(images), probabilities: new Float32Array(images) };
  await withHandle(new engine.Predictor(), (predictor) => {
    throwIfError(predictor.load(model));
    return withClasses(loaded(current), classes, (numbered) => {
      const block = (_: Data, first: number) => {
        const { digits, probabilities } = predictor.score(numbered, first, imagesInBlock);
        scores.digits.set(digits, first);
        scores.probabilities.set(probabilities, first);
      };
      return eachBlock(current, block, context);
    });
  });
  return scores;
}

/** Handles calls that view and correct the loaded data. */
export function inspectingCalls(
  engine: TrainingEngine,
  current: Owned<Data>,
): Pick<Handlers<'training'>, Names> {
  return {
    images: ({ first, count }) => ({ images: loaded(current).images(first, count) }),
    mean_images: () => ({ images: loaded(current).means() }),
    adjust_images: (adjustment) => {
      adjust(loaded(current), adjustment);
      return overview(loaded(current));
    },
    choose_classes: (text) => {
      throwIfError(loaded(current).choose_classes(text));
      return overview(loaded(current));
    },
    override_labels: ({ rows, labels }) => {
      throwIfError(loaded(current).override_labels(rows, labels));
      return null;
    },
    save_data: async (_, context) => {
      const parts: Uint8Array[] = [];
      const block = (data: Data, first: number) => {
        parts.push(data.csv(first, imagesInBlock));
      };
      await eachBlock(current, block, context);
      return { file: new Blob(parts as BlobPart[], { type: 'text/csv' }) };
    },
    find_duplicates: () => loaded(current).duplicates(),
    score_data: (request, context) => score(engine, current, request, context),
  };
}
