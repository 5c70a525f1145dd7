import { expect, test } from 'vitest';
import { correctedText } from '#web/read/correct/correctedText';
import { digitsOf } from '#web/shared/digitReadings';
import { readingOf, scribble, seven } from '../../readings';

const one = (at: number, label: number) => new Map([[at, label]]);

test.each<[string, Parameters<typeof readingOf>, ReadonlyMap<number, number>, string]>([
  ['3.14', [seven, seven, seven], one(1, 7), '3.74'],
  ['-12', [seven, seven], one(0, 9), '-92'],
  ['12\n34', [seven, seven, seven, seven], one(2, 8), '12\n84'],
  ['1/2', [seven, seven], one(1, 5), '1/5'],
  ['1?2', [seven, scribble, seven], one(1, 0), '102'], // a large one that could not be read
  ['1?2', [seven, scribble, seven], one(2, 0), '1?0'],
  ['12', [seven, scribble, seven], one(1, 0), '102'], // a small one, of which nothing was said
  ['1.2', [seven, scribble, seven], one(2, 3), '1.3'],
  ['', [scribble], one(0, 4), '4'],
])('%j keeps what is around a corrected digit', (text, made, labels, corrected) => {
  expect(correctedText(text, digitsOf(readingOf(...made)), labels)).toBe(corrected);
});
