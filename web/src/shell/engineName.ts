import { messages } from '../messages';
import type { Attempt } from '../protocol/variant';

/** Names an engine's instruction set and number of threads. */
export function engineName({ variant, threads }: Attempt): string {
  const simd = variant.startsWith('relaxed') ? 'relaxed' : 'plain';
  return messages.engine.named({ simd, threads });
}
