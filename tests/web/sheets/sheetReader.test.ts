import { beforeEach, expect, test } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import type { LinesReport, LinesRequest, PictureLines, SkippedFile } from '#web/protocol/calls';
import { EngineFailure } from '#web/protocol/failure';
import type { Form } from '#web/protocol/forms';
import { hasUnknownForm, needsDigits, SheetReader, timeLeft } from '#web/sheets/sheetReader.svelte';
import { chosen } from '../fakeEngine';
import { picture } from './rows';

interface Call {
  path: string;
  report(report: LinesReport): void;
  end(): void;
  fail(failure: unknown): void;
  signal: AbortSignal;
}

let calls: Call[];
let found: (PictureLines & { at: number })[];
let readWith: (engines: number) => SheetReader;
let reader: SheetReader;
const forms: Form[] = [];
const model = { bytes: null as Uint8Array | null };

beforeEach(() => {
  calls = [];
  found = [];
  model.bytes = Uint8Array.of(1);
  const call = (_: string, { source }: LinesRequest, options: Pick<Call, 'report' | 'signal'>) =>
    new Promise<null>((resolve, reject) => {
      const [end, fail] = [() => resolve(null), reject];
      calls.push({ path: source.path, end, fail, ...options });
      options.signal.addEventListener('abort', () => reject(new EngineFailure('cancelled', '')));
    });
  const engine = () => ({ call }) as unknown as EngineClient<'sheets'>;
  readWith = (engines) => {
    const taken = (one: PictureLines, at: number) => found.push({ ...one, at });
    const clients = Array.from({ length: engines }, engine);
    return new SheetReader(clients, model, async () => forms, taken);
  };
  reader = readWith(1);
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
const last = () => calls.at(-1) as Call;
const files = (...names: string[]) => names.map((name) => chosen([1, 2, 3, 4], name));

async function readAll(): Promise<void> {
  while (reader.busy) {
    last().report({ picture: picture(last().path, '1') });
    last().end();
    await settle();
  }
}

test('files are read one after the other', async () => {
  reader.add(files('a.png', 'b.png'));
  await settle();
  expect(calls).toHaveLength(1);
  await readAll();
  expect(found.map(({ path }) => path)).toEqual(['a.png', 'b.png']);
  expect([reader.ended, reader.pictures]).toEqual(['done', 2]);
});

test('files wait for the model', async () => {
  model.bytes = null;
  reader.add(files('a.png'));
  expect([calls.length, reader.hasQueuedFiles, reader.busy]).toEqual([0, true, false]);
  model.bytes = Uint8Array.of(1);
  void reader.begin();
  await settle();
  await readAll();
  expect(found).toHaveLength(1);
});

test('progress covers all files, and the part of an archive that is read', async () => {
  reader.add(files('a.zip', 'b.png'));
  await settle();
  last().report({ share: { done: 2, total: 4 } });
  expect(reader.progress?.share).toBe(0.25);
  last().report({ picture: picture('a.zip/1.png', '1') });
  expect(reader.progress).toMatchObject({ name: 'a.zip', pictures: 1, share: 0.25 });
  last().end();
  await settle();
  expect(reader.progress).toMatchObject({ name: 'b.png', share: 0.5 });
});

test('a file that can’t be read is listed as skipped, and the rest is read', async () => {
  reader.add(files('a.png', 'b.png', 'c.png'));
  await settle();
  const values = {};
  last().report({ skipped: { path: 'a.png', kind: 'page', message: 'noPicture', values } });
  last().end();
  await settle();
  last().fail(new EngineFailure('broken', 'broken'));
  await settle();
  await readAll();
  expect(reader.skipped.map(({ path, message }) => `${path} ${message}`)).toEqual([
    'a.png noPicture',
    'b.png broken',
  ]);
  expect(found.map(({ path }) => path)).toEqual(['c.png']);
});

test('files added while a cancelled one is winding up are read', async () => {
  reader.add(files('a.png'));
  await settle();
  reader.cancel();
  reader.add(files('b.png'));
  await settle();
  expect(calls.map(({ path }) => path)).toEqual(['a.png', 'b.png']);
  await readAll();
  expect([reader.ended, reader.pictures]).toEqual(['done', 1]);
});

test('cancelling keeps what was read and reads no more files', async () => {
  reader.add(files('a.png', 'b.png'));
  await settle();
  last().report({ picture: picture('a.png', '1') });
  reader.cancel();
  last().report({ picture: picture('late.png', '1') });
  await settle();
  expect([found.length, calls.length, reader.ended, reader.busy]).toEqual([
    1,
    1,
    'cancelled',
    false,
  ]);
  reader.add(files('c.png'));
  await settle();
  await readAll();
  expect([reader.ended, reader.pictures]).toEqual(['done', 1]);
});

test('two workers read in parallel, and pictures keep the order of their files', async () => {
  reader = readWith(2);
  reader.add(files('a.png', 'b.png', 'c.png'));
  await settle();
  expect(calls.map(({ path }) => path)).toEqual(['a.png', 'b.png']);
  calls[1]?.report({ picture: picture('b.png', '2') });
  calls[1]?.end();
  await settle();
  expect(calls[2]?.path).toBe('c.png');
  expect(reader.progress?.share).toBeCloseTo(1 / 3);
  calls[0]?.report({ picture: picture('a.png', '1') });
  for (const at of [0, 2]) calls[at]?.end();
  await settle();
  expect([reader.ended, reader.busy]).toEqual(['done', false]);
  const [second, first] = found;
  expect([first?.path, second?.path]).toEqual(['a.png', 'b.png']);
  expect(first?.at).toBeLessThan(second?.at ?? 0);
});

test('the second worker is used only if there is more than one file', async () => {
  reader = readWith(2);
  reader.add(files('a.png'));
  await settle();
  expect(calls).toHaveLength(1);
  reader.add(files('b.png', 'c.png'));
  await settle();
  expect(calls.map(({ path }) => path)).toEqual(['a.png', 'b.png']);
  reader.cancel();
  await settle();
  expect([reader.ended, reader.busy, calls.length]).toEqual(['cancelled', false, 2]);
});

test('the time left is estimated after a second', () => {
  expect([timeLeft(0, 5000), timeLeft(0.5, 100)]).toEqual([null, null]);
  expect(timeLeft(0.25, 5000)).toBe(15_000);
});

/** Skips a picture of the file that is being read. */
function skip(path: string, values: SkippedFile['values']): void {
  last().report({ skipped: { path, kind: 'engine', message: '', values } });
}

async function end(): Promise<void> {
  last().end();
  await settle();
}

test('files whose form wasn’t known are read again once it is loaded', async () => {
  const values = { code: 'unknownForm', form: 'K7Q2M9' };
  reader.add(files('a.jpg', 'b.jpg', 'c.zip', 'd.zip'));
  await settle();
  skip('a.jpg', values);
  await end();
  last().report({ picture: picture('b.jpg', '1') });
  await end();
  last().report({ picture: picture('c.zip/1.jpg', '1') });
  skip('c.zip/2.jpg', values);
  await end();
  skip('d.zip/1.jpg', values);
  skip('d.zip/2.jpg', values);
  await end();
  reader.retry(hasUnknownForm);
  await settle();
  await readAll();
  expect(calls.slice(4).map(({ path }) => path)).toEqual(['a.jpg', 'd.zip']);
  expect(reader.skipped).toEqual([]);
});

test('files that need a model for digits aren’t read again for another reason', async () => {
  reader.add(files('a.jpg'));
  await settle();
  skip('a.jpg', { code: 'formDigits' });
  await end();
  reader.retry(hasUnknownForm);
  await settle();
  expect(calls).toHaveLength(1);
  reader.retry(needsDigits);
  await settle();
  expect(calls).toHaveLength(2);
});
