/** How light each pixel is, [pixels] of [pixels, 4], as JPEG weighs the colours (ITU-R BT.601). */
export function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const red = rgba[4 * pixel] ?? 0;
    const green = rgba[4 * pixel + 1] ?? 0;
    const blue = rgba[4 * pixel + 2] ?? 0;
    grey[pixel] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
  return grey;
}
