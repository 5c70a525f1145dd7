// Files on their way through the page's import to the real engine.
import { expect } from 'vitest';
import type { GreyPicture, Imported, Source } from '#web/protocol/calls';
import type { Data } from '#web/protocol/types';
import { importSources, overview } from '#web/worker/handlers/importData';
import { type Digits, drawnDigits, joined } from '../../digits';
import { chosen } from '../../fakeEngine';
import { realTrainingEngine } from '../../realEngine';

export const engine = await realTrainingEngine();
export const digits = drawnDigits(engine, 200);

const pngMarks = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

/** Stands for a PNG file, since there is no browser to decode one. */
export const picture = (image: Uint8Array) => joined(pngMarks, image);

async function decode(bytes: Uint8Array): Promise<GreyPicture> {
  return { grey: bytes.slice(pngMarks.length), width: 28, height: 28 };
}

export const inFolder = (path: string, bytes: Uint8Array): Source => ({
  ...chosen(bytes, path),
  optional: true,
});

/** Imports these files. `then` gets the data before they are freed. */
export async function imported(
  sources: readonly Source[],
  then: (data: Data) => void = () => {},
): Promise<Imported> {
  const signal = new AbortController().signal;
  const { data, skippedFiles } = await importSources(engine, sources, () => {}, signal, decode);
  then(data);
  const result = { ...overview(data), images: data.images(0, 1000), skipped: skippedFiles.listed };
  data.delete();
  return result;
}

export const importedFile = (bytes: Uint8Array, name = 'data.csv') =>
  imported([chosen(bytes, name)]);

/** Expects the data to be exactly these digits. */
export function expectDigits(
  { summary, labels, images, skipped }: Imported,
  of: Digits = digits,
): void {
  expect([...labels]).toEqual(of.labels);
  expect(Buffer.compare(images, joined(...of.images))).toBe(0);
  expect(summary.cells_fixed + summary.rows_rejected).toBe(0);
  expect(skipped.first).toEqual([]);
}

export async function refusalOf(...sources: Source[]): Promise<string> {
  return imported(sources).then(
    () => expect.fail('was taken'),
    (failure) => failure.message,
  );
}
