import { now } from '../shared/now';
import type { Stroke } from '../shared/strokes';
import { readAll, remove, save } from '../storage/database';
import type { Correction } from './correction';

/** Stores each correction beyond the visit. Rejects if the browser denies storage or is out of space. */
export interface CorrectionStore {
  /** Returns all corrections, oldest first. */
  read(): Promise<Correction[]>;
  /** Replaces those with the same image. */
  save(corrections: readonly Correction[]): Promise<void>;
  remove(corrections: readonly Correction[]): Promise<void>;
}

interface Saved extends Correction {
  at: number; // sort key
}

/** Earlier versions of the page knew only digits and saved them as numbers. */
type SavedBefore = Omit<Saved, 'name'> & { label: number };

const isStroke = (stroke: unknown): stroke is Stroke =>
  Array.isArray(stroke) &&
  stroke.every((point) => Number.isFinite(point?.x) && Number.isFinite(point?.y));

const isDigit = (label: unknown) =>
  Number.isInteger(label) && Number(label) >= 0 && Number(label) <= 9;

function isSaved(value: unknown): value is Saved | SavedBefore {
  const { name, label, image, strokes, at } = (value ?? {}) as Record<string, unknown>;
  return (
    (typeof name === 'string' || isDigit(label)) &&
    image instanceof Uint8Array &&
    image.length === 784 &&
    Array.isArray(strokes) &&
    strokes.every(isStroke) &&
    Number.isFinite(at)
  );
}

// The image is the key, so no image is stored twice.
const keyOf = ({ image }: Correction) => image as BufferSource;

export const browserCorrectionStore: CorrectionStore = {
  async read() {
    const all = await readAll('corrections', isSaved);
    all.sort((one, other) => one.at - other.at);
    return all.map(({ image, strokes, ...one }) => ({
      name: 'name' in one ? one.name : String(one.label),
      image,
      strokes,
    }));
  },
  save: (corrections) =>
    save(
      'corrections',
      corrections.map((one) => [keyOf(one), { ...one, at: now() } satisfies Saved]),
    ),
  remove: (corrections) => remove('corrections', corrections.map(keyOf)),
};
