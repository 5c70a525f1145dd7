import { expect, test } from 'vitest';
import { cutOutBox } from '#web/worker/sheets/cutOut';

const picture = { width: 200, height: 100 };

test('a cut-out has a margin around the writing', () => {
  const box = { x: 50, y: 30, width: 60.5, height: 40 };
  expect(cutOutBox(box, picture)).toEqual({ x: 34, y: 14, width: 93, height: 72 });
});

test('a cut-out is clipped to the picture', () => {
  const box = { x: 2, y: 0, width: 197, height: 98 };
  expect(cutOutBox(box, picture)).toEqual({ x: 0, y: 0, ...picture });
});
