import { expect, test } from 'vitest';
import { greyOn } from '#web/shared/greyPicture';

/** Simulates a canvas with one shade per pixel; reading it returns `altered` shades. */
function contextOf(width: number, height: number, altered: (shade: number) => number) {
  const shades = new Uint8Array(width * height);
  const shadeOf = (style: string) => (style === 'white' ? 255 : Number(/\d+/.exec(style)));
  const paint = (x: number, y: number, across: number, down: number, shade: number) => {
    for (let row = y; row < y + down; row++)
      shades.fill(shade, row * width + x, row * width + x + across);
  };
  const context = {
    canvas: { width, height },
    fillStyle: '',
    fillRect: (x: number, y: number, across: number, down: number) =>
      paint(x, y, across, down, shadeOf(context.fillStyle)),
    drawImage: (shade: number) => paint(0, 0, width, height, shade),
    getImageData: (x: number, y: number, across: number, down: number) => {
      const data = new Uint8ClampedArray(4 * across * down);
      for (let at = 0; at < across * down; at++) {
        const shade = shades[(y + Math.floor(at / across)) * width + x + (at % across)] ?? 0;
        data.fill(altered(shade), 4 * at, 4 * at + 3);
      }
      return { data };
    },
  };
  return context as unknown as CanvasRenderingContext2D;
}

const picture = 40 as unknown as CanvasImageSource; // its shade

test.each([
  [20, 2],
  [1, 1],
])('a picture of %i x %i pixels is read back as painted', (width, height) => {
  const read = greyOn(
    contextOf(width, height, (shade) => shade),
    picture,
  );
  expect(read).toEqual({ width, height, grey: new Uint8Array(width * height).fill(40) });
});

test('tolerates slight noise, as some browsers add', () => {
  let odd = false;
  const noisy = (shade: number) => {
    odd = !odd;
    return shade + Number(odd);
  };
  expect(greyOn(contextOf(20, 2, noisy), picture).grey.every((shade) => shade < 42)).toBe(true);
});

test.each([
  ['random', () => Math.floor(Math.random() * 256)],
  ['all white', () => 255],
])('detects a browser whose pixels are %s', (_, altered) => {
  expect(() => greyOn(contextOf(20, 2, altered), picture)).toThrow('canvasScrambled');
});
