export const side = 28;

/** Renders an image as ink of one colour on a transparent background. */
export function inked(image: Uint8Array, width: number, [red, green, blue]: Colour): ImageData {
  const pixels = new ImageData(width, image.length / width);
  image.forEach((ink, at) => {
    pixels.data.set([red, green, blue, ink], 4 * at);
  });
  return pixels;
}

export type Colour = [red: number, green: number, blue: number];

/** Returns the element's text colour. */
export function inkOf(element: Element): Colour {
  const [red = 0, green = 0, blue = 0] =
    getComputedStyle(element).color.match(/\d+/g)?.map(Number) ?? [];
  return [red, green, blue];
}
