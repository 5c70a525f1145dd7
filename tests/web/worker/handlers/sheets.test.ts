import { beforeAll, describe, expect, test } from 'vitest';
import type { GreyPicture } from '#web/protocol/calls';
import type { Form, FormDraft, MadeForm } from '#web/protocol/forms';
import type { FormCells, SheetReader } from '#web/protocol/types';
import { codeDecoder } from '#web/worker/forms/qrCode';
import { sheetsHandlers } from '#web/worker/handlers/sheetsHandlers';
import { left, realSheetsEngine, shippedModel } from '../../realEngine';
import { PrintedSheet, upsideDown } from '../forms/printedSheet';

const context = () => ({ report: () => {}, signal: new AbortController().signal });

const draft: FormDraft = {
  ...{ name: 'Marks', page: 'A4', anchor: 'marks', rows: 40 },
  fields: [
    { name: 'Points', kind: 'digits', boxes: 2, max: 50 },
    { name: 'Here', kind: 'tick', boxes: 1 },
  ],
};

let engine: Awaited<ReturnType<typeof realSheetsEngine>>;
let marks: MadeForm;
let meters: MadeForm;
const made = (form: FormDraft) => sheetsHandlers(engine).make_form(form, context());

beforeAll(async () => {
  engine = await realSheetsEngine();
  marks = await made(draft);
  meters = await made({ ...draft, name: 'Meters', rows: 3, page: 'Letter' });
});

/** A page on which the first row says 17 and is ticked, and the second 71. */
function filled({ pages }: MadeForm, page = 0): PrintedSheet {
  const sheet = new PrintedSheet(pages[page] ?? '');
  for (const [at, digit] of ['1', '7', '1', '7', '1'].entries())
    sheet.write(digit as '1' | '7', at);
  return sheet;
}

async function withReader<Result>(forms: readonly Form[], use: (reader: SheetReader) => Result) {
  const reader = new engine.SheetReader();
  try {
    reader.load(shippedModel());
    expect(reader.set_forms(forms.map((form) => JSON.stringify(form)))).toBe('');
    return use(reader);
  } finally {
    reader.delete();
  }
}

async function read({ grey, width, height }: GreyPicture, ...forms: Form[]): Promise<FormCells> {
  const decode = await codeDecoder();
  return withReader(forms, (reader) => reader.read_form(grey, width, height, decode));
}

const textsOf = ({ texts }: FormCells, count: number) => texts.split('\n').slice(0, count);
const refusalOf = ({ error }: FormCells): string => (error ? JSON.parse(error).message : '');

describe('a form', () => {
  test('is completed, and has as many pages as its rows need', () => {
    expect(marks.form).toMatchObject({ ...draft, format: 'inkling-form', version: 1 });
    expect(marks.form.id).toMatch(/^[A-Z0-9]{6}$/);
    expect(marks.pages).toHaveLength(2);
    expect(marks.pages[0]).toMatch(/^<svg [^>]*width="210mm" height="297mm"/);
  });

  test('that the engine made is made again without a change', async () => {
    expect(await made(marks.form)).toEqual(marks);
  });

  test('that can’t be is refused with the sentence of the engine', async () => {
    const refused = { kind: 'engine', message: expect.stringContaining('two fields') };
    const twice = { ...draft, fields: [...draft.fields, ...draft.fields] };
    await expect(made(twice)).rejects.toMatchObject(refused);
  });
});

describe('a printed sheet', () => {
  test('is read as the form whose code it carries, with a picture of each cell', async () => {
    const cells = await read(filled(marks, 1), meters.form, marks.form);
    expect([cells.error, cells.form, cells.page]).toEqual(['', 1, 2]);
    expect(textsOf(cells, 4)).toEqual(['17', 'x', '71', '']);
    expect(cells.digits.slice(0, 4)).toEqual(Uint32Array.of(2, 0, 2, 0));
    const [width = 0, height = 0] = cells.picture_sizes;
    expect(width).toBeGreaterThan(1.3 * height);
    const all = cells.picture_sizes.reduce((sum, side, at, sides) => {
      return at % 2 === 0 ? sum + side * (sides[at + 1] ?? 0) : sum;
    }, 0);
    expect(cells.pictures).toHaveLength(all);
  });

  test('is read upside down, and on the other paper', async () => {
    const cells = await read(upsideDown(filled(meters)), marks.form, meters.form);
    expect([cells.form, ...textsOf(cells, 4)]).toEqual([1, '17', 'x', '71', '']);
  });

  test('of an unknown form, or of one that was changed, is refused', async () => {
    expect(refusalOf(await read(filled(meters), marks.form))).toContain(meters.form.id);
    const { form } = await made({ ...marks.form, rows: 41 });
    expect(refusalOf(await read(filled(marks), form))).toContain('before the form was changed');
  });

  test('is refused if no form is known, instead of being read line by line', async () => {
    expect(refusalOf(await read(filled(meters)))).toContain(meters.form.id);
  });

  test('without a corner and its code is refused with that corner', async () => {
    const sheet = filled(marks);
    sheet.cover(165, 0, 45, 30);
    expect(refusalOf(await read(sheet, marks.form))).toContain('top right');
  });

  test('whose corners are all covered is known by its code', async () => {
    const sheet = filled(marks);
    for (const [x, y] of [
      [8, 8],
      [190, 8],
      [8, 277],
      [190, 277],
    ] as const)
      sheet.cover(x, y, 12, 12);
    expect(refusalOf(await read(sheet, marks.form))).toContain('corner marks');
  });
});

describe('what is no sheet', () => {
  const blank = { grey: new Uint8Array(800 * 600).fill(240), width: 800, height: 600 };

  test('is left to be read line by line, or is read as the custom form', async () => {
    expect((await read(blank, marks.form)).form).toBe(-1);
    const own: FormDraft = {
      ...{ name: 'Own', page: 'A4', anchor: 'picture', rows: 1 },
      fields: [{ name: 'A', kind: 'digits', boxes: 1, area: [0.1, 0.1, 0.3, 0.3] }],
    };
    const cells = await read(blank, marks.form, (await made(own)).form);
    expect([cells.form, cells.texts, cells.reasons]).toEqual([1, '', 'none']);
  });

  test('of another size than it says shows no form', async () => {
    for (const [width, height] of [
      [800, 601],
      [-800, -600],
      [Number.NaN, 600],
      [65_536, 65_536],
    ] as const)
      expect((await read({ ...blank, width, height }, marks.form)).form).toBe(-1);
  });
});

test('a damaged form is refused, and the forms before stay', async () => {
  await withReader([marks.form], (reader) => {
    expect(JSON.parse(reader.set_forms(['{}'])).message).toContain('fields');
    const { grey, width, height } = filled(marks);
    expect(reader.read_form(grey, width, height, () => '').form).toBe(-1); // two pages, and no code
  });
});

test('nothing is left of a sheet after it is read', async () => {
  const sheet = filled(marks);
  for (let time = 0; time < 2; time++) await read(sheet, marks.form);
  const before = left(engine);
  for (let time = 0; time < 3; time++) await read(sheet, marks.form);
  expect(left(engine)).toEqual(before);
}, 120_000); // five sheets on a busy machine

/** White paper, 200 x 440, with a seven, and below it two. */
function sevens(): Uint8Array {
  const grey = new Uint8Array(200 * 440).fill(230);
  const dot = (x: number, y: number) => {
    for (let row = y; row < y + 6; row++) grey.fill(30, row * 200 + x, row * 200 + x + 6);
  };
  for (const [left, top] of [
    [20, 40],
    [20, 260],
    [110, 260],
  ] as const) {
    for (let x = 0; x < 50; x++) dot(left + x, top);
    for (let y = 0; y < 80; y++) dot(left + 50 - Math.round(y / 3), top + y);
  }
  return grey;
}

test('two lines of writing are read each for itself', async () => {
  const { texts, boxes, digits, confidences, images } = await withReader([], (reader) =>
    reader.read_lines(sevens(), 200, 440),
  );
  expect([texts, [...digits], images.length]).toEqual(['7\n77', [1, 2], 3 * 784]);
  expect((boxes[5] ?? 0) - (boxes[1] ?? 0)).toBeCloseTo(220, 0);
  expect(Math.min(...confidences)).toBeGreaterThan(0.5);
});
