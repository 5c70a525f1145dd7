import { expect, test } from 'vitest';
import { correctedText, lineStarts } from '#web/read/correct/correctedText';
import { digitsOf } from '#web/shared/digitReadings';
import { readingOf, scribble, seven } from '../../readings';

/** Returns the same reading with these classes instead of the ten digits. */
function namesOf(read: { digit: number }[], classes: string[]) {
  const probabilities = new Float32Array(classes.length * read.length);
  read.forEach(({ digit }, at) => {
    probabilities[at * classes.length + digit] = 0.9;
  });
  return { classes, probabilities };
}

const one = (at: number, label: number) => new Map([[at, String(label)]]);

test.each<[string, Parameters<typeof readingOf>, ReadonlyMap<number, string>, string]>([
  ['7.77', [seven, seven, seven], one(1, 1), '7.17'],
  ['-77', [seven, seven], one(0, 9), '-97'],
  ['77\n77', [seven, seven, seven, seven], one(2, 8), '77\n87'],
  ['7/7', [seven, seven], one(1, 5), '7/5'],
  ['7?7', [seven, scribble, seven], one(1, 0), '707'], // large ink that couldn't be read
  ['7?7', [seven, scribble, seven], one(2, 0), '7?0'],
  ['77', [seven, scribble, seven], one(1, 0), '707'], // small ink, which was skipped
  ['7.7', [seven, scribble, seven], one(2, 3), '7.3'],
  ['', [scribble], one(0, 4), '4'],
])('%j keeps the text around a corrected digit', (text, made, labels, corrected) => {
  expect(correctedText(text, digitsOf(readingOf(...made)), labels)).toBe(corrected);
});

test.each<[string, string[], ReadonlyMap<number, string>, string]>([
  ['AB', ['A', 'B'], new Map([[1, 'C']]), 'AC'],
  ['cat dog', ['cat', 'dog'], new Map([[0, 'dog']]), 'dog dog'],
  ['A cat\nB', ['A', 'cat', 'B'], new Map([[1, 'B']]), 'AB\nB'],
  ['A', ['A'], new Map([[0, 'Ankle boot']]), 'Ankle boot'],
  ['A?', ['A', ''], new Map([[1, 'cat']]), 'A cat'],
])(
  '%j in other classes: words are separated, single characters joined',
  (text, names, made, corrected) => {
    const classes = ['A', 'B', 'C', 'cat', 'dog', 'Ankle boot'];
    const read = names.map((name) => ({
      digit: Math.max(0, classes.indexOf(name)),
      sure: 0.9,
      next: 4,
      isDigit: name !== '',
    }));
    const digits = digitsOf({ ...readingOf(...read), ...namesOf(read, classes) });
    expect(correctedText(text, digits, made)).toBe(corrected);
  },
);

test('lines start at the digits after a line break', () => {
  const digits = digitsOf(readingOf(seven, seven, seven, seven));
  expect([...lineStarts('77\n7\n-7', digits)]).toEqual([2, 3]);
  expect(lineStarts('7777', digits).size).toBe(0);
});
