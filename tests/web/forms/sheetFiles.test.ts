import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sheetFiles } from '#web/forms/sheetFiles';

test('a single page is saved as SVG', async () => {
  const { file, extension } = await sheetFiles('marks', ['<svg/>']);
  expect([extension, await file.text()]).toEqual(['svg', '<svg/>']);
});

test('several pages are saved as a ZIP archive', async () => {
  const { file, extension } = await sheetFiles('marks', ['<svg>1</svg>', '<svg>2</svg>']);
  const files = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
  expect(extension).toBe('zip');
  expect(files.map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['marks-1.svg', '<svg>1</svg>'],
    ['marks-2.svg', '<svg>2</svg>'],
  ]);
});
