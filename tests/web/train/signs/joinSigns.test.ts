import { expect, test } from 'vitest';
import { joinSigns } from '#web/train/signs/joinSigns';
import type { Sign, SignDrawing } from '#web/train/signs/sign';

const drawing = (x: number): SignDrawing => [[{ x, y: 0 }]];
const signs: Sign[] = [{ id: 'h', name: 'heart', drawings: [drawing(1)] }];

function counting(): () => string {
  let ids = 0;
  return () => {
    ids += 1;
    return `new ${ids}`;
  };
}

test('signs with the same name are merged, others appended', () => {
  const more = [
    { name: 'star', drawings: [drawing(5)] },
    { name: 'heart', drawings: [drawing(2), drawing(3)] },
  ];
  const joined = joinSigns(signs, more, counting());
  expect(joined.signs).toEqual([
    { id: 'h', name: 'heart', drawings: [drawing(1), drawing(2), drawing(3)] },
    { id: 'new 1', name: 'star', drawings: [drawing(5)] },
  ]);
  expect(joined.added).toBe(3);
});

test('merging a file twice adds nothing', () => {
  const joined = joinSigns(
    signs,
    [{ name: 'heart', drawings: [drawing(1), drawing(1)] }],
    counting(),
  );
  expect(joined.added).toBe(0);
  expect(joined.signs[0]).toBe(signs[0]);
});

test('signs beyond a hundred are skipped by name, existing ones still grow', () => {
  const full = Array.from({ length: 100 }, (_, at) => ({
    id: `${at}`,
    name: `${at}`,
    drawings: [],
  }));
  const more = [
    { name: 'one too many', drawings: [drawing(1)] },
    { name: '7', drawings: [drawing(2)] },
  ];
  const joined = joinSigns(full, more, counting());
  expect(joined.signs).toHaveLength(100);
  expect(joined.signs[7]?.drawings).toEqual([drawing(2)]);
  expect(joined).toMatchObject({ added: 1, leftOut: ['one too many'] });
});
