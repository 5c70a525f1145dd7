import { describe, expect, test } from 'vitest';
import { fileIn, hasFiles } from '#web/kit/droppedFiles';

describe('dropped or pasted content', () => {
  const transferOf = (...types: string[]) =>
    ({
      types: ['Files'],
      files: types.map((type) => new File(['x'], type, { type })),
    }) as unknown as DataTransfer;

  test('yields the first picture, or else the first file', () => {
    expect(fileIn(transferOf('text/plain', 'image/png', 'image/jpeg'))?.name).toBe('image/png');
    expect(fileIn(transferOf('text/plain', 'text/html'))?.name).toBe('text/plain');
  });

  test('is ignored if it has no files', () => {
    const text = { types: ['text/plain'], files: [] } as unknown as DataTransfer;
    expect([hasFiles(text), hasFiles(null), hasFiles(transferOf())]).toEqual([false, false, true]);
    expect([fileIn(text), fileIn(null)]).toEqual([null, null]);
  });
});
