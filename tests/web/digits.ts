// Digits drawn by the engine, and files of them in various formats.
import type { TrainingEngine } from '#web/protocol/types';

export interface Digits {
  images: Uint8Array[]; // 784 pixels each
  labels: number[];
}

export function drawnDigits(engine: TrainingEngine, count: number): Digits {
  const data = engine.synthetic_data(count, 1);
  const pixels = data.images(0, count);
  const labels = [...data.labels(0, count)];
  data.delete();
  return { images: labels.map((_, at) => pixels.slice(784 * at, 784 * (at + 1))), labels };
}

export const inverted = ({ images, labels }: Digits): Digits => ({
  images: images.map((image) => image.map((pixel) => 255 - pixel)),
  labels,
});

/** Swaps rows and columns, as in EMNIST's images. */
export const transposed = ({ images, labels }: Digits): Digits => ({
  images: images.map((image) =>
    image.map((_, at) => image[28 * (at % 28) + Math.floor(at / 28)] ?? 0),
  ),
  labels,
});

export const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
export const text = (content: string) => new TextEncoder().encode(content);

export const pixelNames = Array.from({ length: 784 }, (_, at) => `pixel${at}`);
export const header = ['label', ...pixelNames].join(',');

/** Returns a table with one line per digit. */
export const table = (
  { images, labels }: Digits,
  line: (pixels: string, label: number, at: number) => string,
  ...before: string[]
): Uint8Array => {
  const lines = images.map((image, at) => line(image.join(','), labels[at] ?? 0, at));
  return text(`${[...before, ...lines].join('\n')}\n`);
};

export const plainTable = (digits: Digits) =>
  table(digits, (pixels, label) => `${label},${pixels}`, header);

const word = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const words = (...values: number[]) => Uint8Array.from(values.flatMap(word));

export const idxImages = ({ images }: Digits) =>
  joined(words(0x803, images.length, 28, 28), ...images);
export const idxLabels = ({ labels }: Digits) =>
  joined(words(0x801, labels.length), Uint8Array.from(labels));
/** Eight 32-bit integers per image, the first of which is the label. */
export const qmnistLabels = ({ labels }: Digits) =>
  joined(
    words(0xc02, labels.length, 8),
    ...labels.map((label, at) => words(label, 1, 2, at, 4, 5, 6, 7)),
  );

function npy(shape: string, bytes: Uint8Array): Uint8Array {
  const described = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape}), }`;
  const padded = `${described.padEnd(117)}\n`;
  return joined(
    text('?NUMPY').with(0, 0x93),
    Uint8Array.of(1, 0, padded.length, 0),
    text(padded),
    bytes,
  );
}

export const npyImages = ({ images }: Digits) => npy(`${images.length}, 28, 28`, joined(...images));
export const npyLabels = ({ labels }: Digits) => npy(`${labels.length},`, Uint8Array.from(labels));
