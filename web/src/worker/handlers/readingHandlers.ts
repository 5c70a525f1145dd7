import type { Handlers } from '../../protocol/calls';
import { EngineFailure, throwIfError } from '../../protocol/failure';
import type { Reader, ReadingEngine } from '../../protocol/types';
import { Owned } from '../owned';
import { explainingCalls } from './explain';

/**
 * Handles all calls of the engine that reads strokes. A new model is loaded into a new reader, so that the
 * current one survives a refused file.
 */
export function readingHandlers(engine: ReadingEngine): Handlers<'reading'> {
  const current = new Owned<Reader>();
  let classes: readonly string[] = [];

  function loaded(bytes: Uint8Array): Reader {
    const reader = new engine.Reader();
    const reason = reader.load(bytes);
    if (reason !== '') reader.delete();
    throwIfError(reason);
    return reader;
  }

  function inUse(): Reader {
    // This worker replaces one that crashed, and hasn't been given the model yet.
    if (!current.value) throw new EngineFailure('broken', '');
    return current.value;
  }

  const { overtake, ...explaining } = explainingCalls(inUse);
  return {
    load_model: (bytes) => {
      const reader = loaded(bytes);
      overtake();
      const summary = current.replace(reader).model();
      classes = summary.classes;
      return summary;
    },
    read: ({ points, stroke_lengths }) => {
      overtake();
      return { ...inUse().read(points, stroke_lengths), classes };
    },
    ...explaining,
  };
}
