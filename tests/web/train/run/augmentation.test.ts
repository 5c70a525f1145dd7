import { expect, test } from 'vitest';
import { strengthOf, withStrength } from '#web/train/run/augmentation';

const text = 'rotation 15, scale 0.15, stroke 1, stroke chance 0.5';

test('finds a strength by its whole name', () => {
  expect(strengthOf(text, 'stroke')).toBe(1);
  expect(strengthOf(text, 'stroke chance')).toBe(0.5);
  expect(strengthOf(text, 'blur')).toBeNaN();
});

test('changes one and keeps the others', () => {
  expect(withStrength(text, 'scale', 0.3)).toBe(
    'rotation 15, scale 0.3, stroke 1, stroke chance 0.5',
  );
  expect(withStrength(text, 'blur', 0.5)).toBe(`${text}, blur 0.5`);
});
