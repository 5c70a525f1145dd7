import { messages } from '../messages';
import type { ResultsContext } from './context';

/** Opens the empty pad with a model trained here. If loading fails, nothing changes. */
export async function readWith(
  trained: Uint8Array,
  { model, problems, emptyPad }: Pick<ResultsContext, 'model' | 'problems' | 'emptyPad'>,
): Promise<void> {
  problems.clear();
  try {
    await model.use(trained, 'trained');
    emptyPad();
    location.hash = '#read';
  } catch (failure) {
    problems.raise('model', failure, () => messages.model.nothingChanged, '');
  }
}
