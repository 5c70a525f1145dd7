import { beforeEach, describe, expect, test } from 'vitest';
import type { Picture } from '#web/pictures/picture';
import { pageFailure } from '#web/protocol/failure';
import { boxAt } from '#web/read/picture/boxAt';
import { oppositeOf } from '#web/read/picture/cropping';
import { Pictures } from '#web/read/picture/pictures.svelte';
import { greyOf, quicklyReadable, readable, tooLarge } from '#web/shared/greyPicture';
import { realTrainingEngine } from '../../realEngine';

describe('pixels', () => {
  test('have the luminance of their colours', () => {
    const rgba = Uint8ClampedArray.of(
      0,
      0,
      0,
      255,
      255,
      255,
      255,
      255,
      255,
      0,
      0,
      255,
      0,
      255,
      0,
      255,
    );
    expect([...greyOf(rgba)]).toEqual([0, 255, 76, 150]);
  });

  test('keep their number up to 3,200 per side, then shrink proportionally', () => {
    expect(readable({ width: 3200, height: 10 })).toEqual({ width: 3200, height: 10 });
    expect(readable({ width: 4000, height: 3000 })).toEqual({ width: 2400, height: 1800 });
    expect(readable({ width: 1, height: 100_000 })).toEqual({ width: 1, height: 2400 });
  });

  test('are halved where that leaves nearly as many, because a JPEG then decodes faster', () => {
    const sizeOf = (width: number, height: number) =>
      Object.values(quicklyReadable({ width, height }));
    expect(sizeOf(4032, 3024)).toEqual([2016, 1512]);
    expect(sizeOf(6001, 8001)).toEqual([1501, 2001]);
    expect(sizeOf(3000, 2000)).toEqual([3000, 2000]);
    expect(sizeOf(1200, 1600)).toEqual([1200, 1600]);
  });

  test('of a phone’s largest picture are accepted', () => {
    expect(tooLarge({ width: 12_000, height: 9_000 })).toBe(false);
    expect(tooLarge({ width: 16_000, height: 12_000 })).toBe(true);
  });
});

test('don’t count a picture whose size only overflows to the right number', async () => {
  const data = new (await realTrainingEngine()).Data();
  const grey = new Uint8Array(65_536);
  expect(data.add_picture_at(grey, 65_537, 65_536, '3/a.png')).toBe(false);
  data.delete();
});

describe('a click on the picture', () => {
  const boxes = [
    { x: 0, y: 0, width: 100, height: 100 },
    { x: 40, y: 40, width: 10, height: 10 },
    { x: 150, y: 0, width: 10, height: 100 },
  ];

  test.each([
    ['inside two boxes selects the smaller', { x: 45, y: 45 }, 1],
    ['inside one box selects it', { x: 10, y: 90 }, 0],
    ['next to a box selects it, within a finger’s width', { x: 145, y: 50 }, 2],
    ['far from all boxes selects none', { x: 130, y: 50 }, null],
  ])('%s', (_, point, meant) => {
    expect(boxAt(boxes, point, 12)).toBe(meant);
  });
});

test('dragging from near a corner of the crop draws from the opposite one', () => {
  const frame = { x: 10, y: 20, width: 100, height: 50 };
  expect(oppositeOf(frame, { x: 105, y: 75 }, 8)).toEqual({ x: 10, y: 20 });
  expect(oppositeOf(frame, { x: 12, y: 13 }, 8)).toEqual({ x: 110, y: 70 });
  expect(oppositeOf(frame, { x: 60, y: 40 }, 8)).toBe(null);
});

describe('pictures', () => {
  const picture = {} as Picture;
  let answers: { resolve: (picture: Picture) => void; reject: (failure: unknown) => void }[];
  let shown: (Picture | null)[];
  let expected: number;
  let pictures: Pictures;
  let session: ConstructorParameters<typeof Pictures>[0] & { strokes: number };
  beforeEach(() => {
    answers = [];
    shown = [];
    expected = 0;
    session = {
      picture: null,
      strokes: 0,
      show: (one: Picture) => shown.push(one),
      closePicture: () => shown.push(null),
      expectPicture: () => expected++,
    };
    const open = () =>
      new Promise<Picture>((resolve, reject) => {
        answers.push({ resolve, reject });
      });
    pictures = new Pictures(session, open);
  });

  test('are shown once open', async () => {
    const choosing = pictures.choose(new Blob());
    expect([pictures.opening, pictures.any, shown, expected]).toEqual([true, true, [], 1]);
    answers[0]?.resolve(picture);
    await choosing;
    expect([pictures.opening, shown]).toEqual([false, [picture]]);
  });

  test('opened together: the last one chosen is shown, whichever opens first', async () => {
    const choosing = [pictures.choose(new Blob()), pictures.choose(new Blob())];
    const other = { ...picture };
    answers[1]?.resolve(picture);
    answers[0]?.resolve(other);
    await Promise.all(choosing);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toBe(picture);
  });

  test('that were cancelled aren’t shown', async () => {
    const choosing = pictures.choose(new Blob());
    pictures.back();
    answers[0]?.resolve(picture);
    await choosing;
    expect([pictures.opening, shown]).toEqual([false, [null]]);
  });

  test('that can’t be opened show an error until the next one', async () => {
    session.strokes = 1;
    const choosing = pictures.choose(new File([], 'notes.png'));
    answers[0]?.reject(pageFailure('noPicture'));
    await choosing;
    expect(pictures.problem?.happened.text).toMatch(/^notes.png: .*can’t be opened/);
    expect(pictures.problem?.unchanged).toMatch(/still on the pad/);
    expect([pictures.opening, shown]).toEqual([false, []]);
    void pictures.choose(new Blob());
    expect(pictures.problem).toBe(null);
  });

  test.each([
    ['train.csv', 'train'],
    ['mnist.zip', 'train'],
    ['train-images-idx3-ubyte', 'train'],
    ['Scan 2.PDF', 'sheets'],
    ['notes.docx', undefined],
  ])('named %s belong in the view %s', async (name, view) => {
    const choosing = pictures.choose(new File([], name));
    answers[0]?.reject(pageFailure('noPicture'));
    await choosing;
    expect(pictures.elsewhere?.view).toBe(view);
    void pictures.choose(new Blob());
    expect(pictures.elsewhere).toBe(null);
  });

  test('that can’t be opened onto an empty pad say nothing about a drawing', async () => {
    const choosing = pictures.choose(new Blob());
    answers[0]?.reject(pageFailure('noPicture'));
    await choosing;
    expect(pictures.problem?.unchanged).toBe('');
  });
});
