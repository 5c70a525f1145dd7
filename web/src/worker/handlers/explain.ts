import type { Explanation, Handlers, Question } from '../../protocol/calls';
import { EngineFailure, throwIfCancelled, throwIfError } from '../../protocol/failure';
import type { Reader } from '../../protocol/types';
import { yieldToMessages } from '../pace';

interface ExplainingCalls extends Pick<Handlers<'reading'>, 'explain' | 'activations'> {
  /** Cancels the current explanation in favour of newer work. */
  overtake(): void;
}

/** Explanations yield after every row of pixels, so that they hardly delay answers. */
export function explainingCalls(inUse: () => Reader): ExplainingCalls {
  let newest = 0;

  /** Handles pending messages. Throws if they cancelled this explanation, because the reader may be gone. */
  async function yieldToNewer(turn: number, signal: AbortSignal): Promise<void> {
    await yieldToMessages();
    throwIfCancelled(signal);
    if (turn !== newest) throw new EngineFailure('cancelled', '');
  }

  async function explain(question: Question, signal: AbortSignal): Promise<Explanation> {
    const reader = inUse();
    newest += 1;
    const turn = newest;
    throwIfError(reader.explain(question.image, question.answer, question.rival));
    do await yieldToNewer(turn, signal);
    while (reader.explain_row());
    return { evidence: reader.evidence() };
  }

  return {
    overtake: () => {
      newest += 1;
    },
    explain: (question, { signal }) => explain(question, signal),
    activations: (image) => inUse().activations(image),
  };
}
