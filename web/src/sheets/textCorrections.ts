import type { Correction } from '../corrections/correction';

const pixels = 28 * 28;
const charactersWithImages = /[\d?]/g;

/**
 * The digits that were misread, with their images, from what was read and what a person typed instead.
 * None if the digits don't correspond one to one, as some would then get the image of another.
 * `images` has the shape [characters, 784], with a row for each digit or "?" in `read`.
 */
export function correctionsIn(read: string, typed: string, images: Uint8Array): Correction[] {
  const before = read.match(charactersWithImages) ?? [];
  const after = typed.match(/\d/g) ?? [];
  const hasOther = `${read}${typed}`.replaceAll(/[\d?.,/=–\s-]/g, '') !== '';
  if (hasOther || before.length !== after.length) return [];
  if (images.length !== pixels * before.length) return [];
  return after.flatMap((digit, at) => {
    const image = images.slice(pixels * at, pixels * (at + 1));
    return digit === before[at] ? [] : [{ name: digit, image, strokes: [] }];
  });
}
