import createEngine from '#engine/reading.js';
import type { StrokeReader } from '../ink/writing';
import type { Reading, ReadingEngine } from '../protocol/types';
import { instantiateEngine } from '../shared/instantiateEngine';
import { pack, type Stroke } from '../shared/strokes';
import { bytesIn, gunzipped } from './contents';

/**
 * Reads on the main thread: a digit takes a millisecond, and not all browsers allow workers in pages opened from
 * disk.
 */
export async function startReader(): Promise<StrokeReader<Reading>> {
  const module = await WebAssembly.compile(await gunzipped(bytesIn('engine')));
  const engine = await instantiateEngine<ReadingEngine>(createEngine, module, 1);
  const reader = new engine.Reader();
  const refusal = reader.load(bytesIn('weights'));
  if (refusal !== '') throw new Error(refusal);
  const { classes } = reader.model();
  return {
    read: async (strokes: readonly Stroke[]) => {
      const { points, stroke_lengths } = pack(strokes);
      return { ...reader.read(points, stroke_lengths), classes };
    },
  };
}
