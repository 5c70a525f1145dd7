import { expect, test, vi } from 'vitest';
import type { Drawing } from '#web/ink/drawing';
import { Writing } from '#web/ink/writing';

/** A pad with a stroke, whose reading fails on request. */
function failingPad() {
  const failed = vi.fn();
  let fail = () => {};
  const events = { changed: () => {}, read: () => {}, failed };
  const writing = new Writing<string>({} as HTMLCanvasElement, events);
  const drawing = Reflect.get(writing, 'drawing') as Drawing; // without a canvas to draw on
  drawing.begin(1, { x: 0, y: 0 });
  drawing.end(1);
  writing.readWith({
    read: () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error('stopped'));
      }),
  });
  return { writing, failed, fail: () => fail() };
}

test('reports a failed reading', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { failed, fail } = failingPad();
  fail();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
});

test('ignores a failed reading after the pad was cleared', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  warned.mockClear();
  const { writing, failed, fail } = failingPad();
  writing.clear();
  fail();
  await vi.waitFor(() => expect(warned).toHaveBeenCalled());
  expect(failed).not.toHaveBeenCalled();
});
