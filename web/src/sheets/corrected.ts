import type { Correction } from '../corrections/correction';

const pixels = 28 * 28;
const signs = /[\d?]/g; // what stands in a text for an image of its own

/**
 * What can be learned from a text that a person typed in place of what was read: the digits that were read as others.
 * Only where each digit typed is one that was read, so that none is learned from another's image.
 */
export function correctionsIn(read: string, typed: string, images: Uint8Array): Correction[] {
  const before = read.match(signs) ?? [];
  const after = typed.match(/\d/g) ?? [];
  const strangers = `${read}${typed}`.replaceAll(/[\d?.,/=–\s-]/g, '') !== '';
  if (strangers || before.length !== after.length) return [];
  if (images.length !== pixels * before.length) return [];
  return after.flatMap((digit, at) => {
    const image = images.slice(pixels * at, pixels * (at + 1));
    return digit === before[at] ? [] : [{ name: digit, image, strokes: [] }];
  });
}
