import type { Explanation, Handlers, Question } from '../../protocol/calls';
import { EngineFailure, refuseUnlessEmpty, throwIfCancelled } from '../../protocol/failure';
import type { Reader } from '../../protocol/types';
import { yieldToMessages } from '../pace';

interface ExplainingCalls extends Pick<Handlers<'reading'>, 'explain' | 'activations'> {
  /** Ends the explanation under way: something newer is asked for. */
  overtake(): void;
}

/** An explanation never delays an answer by more than a row: between two of them messages are heard. */
export function explainingCalls(inUse: () => Reader): ExplainingCalls {
  let newest = 0;

  /** Lets what has arrived be answered. After that the reader may be gone, unless this one is still wanted. */
  async function giveWay(turn: number, signal: AbortSignal): Promise<void> {
    await yieldToMessages();
    throwIfCancelled(signal);
    if (turn !== newest) throw new EngineFailure('cancelled', '');
  }

  async function explain(question: Question, signal: AbortSignal): Promise<Explanation> {
    const reader = inUse();
    newest += 1;
    const turn = newest;
    refuseUnlessEmpty(reader.explain(question.image, question.answer, question.rival));
    do await giveWay(turn, signal);
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
