// Files on their way through the page's import into the engine itself.
import { expect } from 'vitest';
import type { GreyPicture, Imported, Source } from '#web/protocol/calls';
import type { Data } from '#web/protocol/types';
import { importSources, overview } from '#web/worker/handlers/data';
import { type Digits, drawnDigits, joined } from '../../digits';
import { chosen } from '../../double';
import { realTrainingEngine } from '../../realEngine';

export const engine = await realTrainingEngine();
export const digits = drawnDigits(engine, 200);

const pngMarks = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

/** What stands for a PNG file where there is no browser to decode one. */
export const picture = (image: Uint8Array) => joined(pngMarks, image);

async function decode(bytes: Uint8Array): Promise<GreyPicture> {
  return { grey: bytes.slice(pngMarks.length), width: 28, height: 28 };
}

export const inFolder = (path: string, bytes: Uint8Array): Source => ({
  ...chosen(bytes, path),
  optional: true,
});

/** What comes of these files; `then` is told the data before they are freed. */
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

/** Checks that the files are these digits, all of them, and nothing else. */
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
