import type { Handlers } from './calls';
import { EngineFailure, refuseUnlessEmpty } from './failure';
import { Owned } from './owned';
import type { Engine, Reader } from './types';

/** A new model is tried in a reader of its own, so that a refused file leaves the one in use. */
export function readingCalls(engine: Engine): Pick<Handlers, 'load_model' | 'read'> {
  const current = new Owned<Reader>();

  function loaded(bytes: Uint8Array): Reader {
    const reader = new engine.Reader();
    const reason = reader.load(bytes);
    if (reason !== '') reader.delete();
    refuseUnlessEmpty(reason);
    return reader;
  }

  return {
    load_model: (bytes) => current.replace(loaded(bytes)).model(),
    read: ({ points, stroke_lengths }) => {
      // This worker replaced one that broke, and has not been given the model again.
      if (!current.value) throw new EngineFailure('broken', '');
      return current.value.read(points, stroke_lengths);
    },
  };
}
