import { afterEach, expect, test, vi } from 'vitest';
import { Drawing } from '#web/ink/drawing';
import { brushWidth, eraserRadius } from '#web/ink/paint';
import { broader, penWidthOf, penWidths, thickness } from '#web/ink/penWidth';

const size = { width: 1000, height: 400 };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Returns the page's pen for this stored value. */
async function chosenPen(kept: string | null) {
  const storage = { getItem: () => kept, setItem: vi.fn() };
  vi.stubGlobal('localStorage', storage);
  return { pen: (await import('#web/read/penWidth.svelte')).chosenPen, storage };
}

test.each([null, '', 'huge', 'Fine', '2', 'fine '])(
  '%o isn’t a pen and becomes the medium one',
  (kept) => {
    expect(penWidthOf(kept)).toBe('medium');
  },
);

test('each pen is broader than the previous one, and the medium one has thickness 1', () => {
  const seen = penWidths.map((width) => brushWidth(size, thickness[width]));
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  expect(seen[1]).toBeCloseTo(13.6);
});

test('nothing is finer than fine or broader than broad', () => {
  expect(penWidths.map((width) => broader(width, 1))).toEqual(['medium', 'broad', 'broad']);
  expect(penWidths.map((width) => broader(width, -1))).toEqual(['fine', 'fine', 'medium']);
});

test('the eraser touches the visible ink, however broad', () => {
  for (const width of penWidths) {
    const half = brushWidth(size, thickness[width]) / 2;
    expect(eraserRadius(size, thickness[width])).toBeCloseTo(half + 8);
  }
  const drawing = new Drawing();
  drawing.resize(size);
  drawing.begin(1, { x: 100, y: 100 });
  drawing.end(1);
  const eraseBeside = () => {
    drawing.begin(1, { x: 118, y: 100 }, 'eraser');
    drawing.end(1);
  };
  eraseBeside();
  expect(drawing.empty).toBe(false);
  drawing.thickness = thickness.broad;
  eraseBeside();
  expect(drawing.empty).toBe(true);
});

test('restores the stored pen', async () => {
  expect((await chosenPen('broad')).pen.width).toBe('broad');
});

test('ignores an invalid stored pen until another is chosen', async () => {
  const { pen, storage } = await chosenPen('<script>');
  expect(pen.width).toBe('medium');
  pen.change(1);
  expect(pen.thickness).toBe(thickness.broad);
  expect(storage.setItem).toHaveBeenCalledWith('inkling / pen', 'broad');
});
