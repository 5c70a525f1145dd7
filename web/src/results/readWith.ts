import type { Problems } from '../kit/problems.svelte';
import { messages } from '../messages';
import type { ModelInUse } from '../model/model.svelte';

/** Opens the reading view with a model trained here. If loading fails, nothing changes. */
export async function readWith(
  trained: Uint8Array,
  model: Pick<ModelInUse, 'use'>,
  problems: Problems,
): Promise<void> {
  problems.clear();
  try {
    await model.use(trained, 'trained');
    location.hash = '#read';
  } catch (failure) {
    problems.raise('model', failure, () => messages.model.nothingChanged, '');
  }
}
