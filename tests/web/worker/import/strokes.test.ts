// Strokes as drawing programs write them, read by the real engine, as data and as corrections.
import { describe, expect, test } from 'vitest';
import { collectingCalls } from '#web/worker/handlers/drawings';
import { text } from '../../digits';
import { fileOf } from '../../fakeEngine';
import { engine, importedFile } from './realImport';

const points = [
  [10, 10],
  [60, 12],
  [30, 90],
] as const;
const bar = [
  [20, 50],
  [50, 50],
] as const;
const xy = (stroke: readonly (readonly [number, number])[]) => stroke.map(([x, y]) => ({ x, y }));
const seven = (label: unknown = 7) => ({ label, strokes: [points, bar] });
const lines = (...all: unknown[]) => all.map((one) => JSON.stringify(one)).join('\n');

const forms: [string, string][] = [
  ['one object a line', lines(seven(), seven())],
  ['a byte order mark', `\ufeff${lines(seven(), seven())}`],
  ['blank first lines and CRLF', `\r\n\r\n${lines(seven(), seven()).replaceAll('\n', '\r\n')}\r\n`],
  ['an array of objects', JSON.stringify([seven(), seven()])],
  ['objects over several lines', JSON.stringify([seven(), seven()], null, 2)],
  ['labels as text', lines(seven('7'), seven('7'))],
  ['labels as words', lines(seven('seven'), seven('seven'))],
  ['points as objects', lines(...[1, 2].map(() => ({ label: 7, strokes: [xy(points), xy(bar)] })))],
  [
    'signature_pad’s strokes',
    lines(
      ...[1, 2].map(() => ({
        label: 7,
        strokes: [points, bar].map((one) => ({ penColor: 'black', points: xy(one) })),
      })),
    ),
  ],
  [
    'Quick, Draw!’s drawings',
    lines(
      ...[1, 2].map(() => ({
        word: '7',
        drawing: [points, bar].map((one) => [one.map(([x]) => x), one.map(([, y]) => y)]),
      })),
    ),
  ],
];

describe.each(forms)('strokes with %s', (_, content) => {
  test('are data', async () => {
    const { summary, labels, images } = await importedFile(text(content), 'digits.jsonl');
    expect(summary.format).toBe('strokes');
    expect([...labels]).toEqual([7, 7]);
    expect(images.slice(0, 784)).toEqual(images.slice(784));
    expect(Math.max(...images)).toBeGreaterThan(200);
  });

  test('are corrections', async () => {
    const { collect } = collectingCalls(engine);
    const context = { report: () => {}, signal: new AbortController().signal };
    const { drawings, classes } = await collect(
      { file: fileOf(text(content), 'digits.jsonl'), limit: 2 },
      context,
    );
    expect([...drawings.labels]).toEqual([7, 7]);
    expect(classes[7]).toBe('7');
    expect([...drawings.stroke_lengths]).toEqual([3, 2, 3, 2]);
    expect([...drawings.points.slice(0, 4)]).toEqual([10, 10, 60, 12]);
  });
});

test('signature_pad’s toData() is one unlabelled digit', async () => {
  const drawn = JSON.stringify([points, bar].map((one) => ({ points: xy(one) })));
  const { summary } = await importedFile(text(drawn), 'signature.json');
  expect(summary).toMatchObject({ images: 1, labelled: false, format: 'strokes' });
});

test('a bad line is skipped, with its reason', async () => {
  const many = Array.from({ length: 20 }, () => JSON.stringify(seven()));
  const content = [...many.slice(0, 5), '{"label": 7, "strokes": [[[1, "x"]]]}', ...many.slice(5)];
  const { summary, refused } = await importedFile(text(content.join('\n')), 'digits.jsonl');
  expect([summary.images, summary.rows_rejected]).toEqual([20, 1]);
  expect(refused).toMatchObject([{ row: 6, column: 0, fault: 'strokes' }]);
  expect(refused[0]?.found).toMatch(/point 1 of stroke 1/);
});
