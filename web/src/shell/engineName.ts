import { messages } from '../messages';
import type { Attempt } from '../protocol/variant';

/** What people compare of an engine: its instructions and its threads. */
export function engineName({ variant, threads }: Attempt): string {
  const simd = variant.startsWith('relaxed') ? 'relaxed' : 'plain';
  return messages.engine.named({ simd, threads });
}
