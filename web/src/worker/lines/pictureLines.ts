import type { Line, PictureLines } from '../../protocol/calls';
import type { Lines, SheetReader } from '../../protocol/types';
import type { Box } from '../../shared/view';
import type { PaintedPicture } from '../import/pictureBytes';
import { cutOut } from './cutOut';

const pixels = 28 * 28;

/** What was read, without its place among the others and the part of the picture where. */
type Read = Omit<Line, 'field' | 'row' | 'reason' | 'cutOut'>;

/** The lines of a picture, each where it is. */
export function linesIn({ texts, confidences, boxes, digits, images }: Lines): Read[] {
  const text = texts.split('\n');
  let before = 0;
  return Array.from(digits, (count, at) => {
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(4 * at);
    const own = images.slice(before * pixels, (before + count) * pixels);
    before += count;
    return {
      text: text[at] ?? '',
      confidence: confidences[at] ?? 0,
      box: { x, y, width, height },
      images: own,
    };
  });
}

const leastHeight = 0.5; // of lines with numbers

/**
 * A line in which nothing was read may be a number, where it is about as high as those that were. Other words,
 * dirt and the paper itself are none.
 */
export function linesWorthALook(lines: readonly Read[]): Read[] {
  const heights = lines.filter(({ text }) => text !== '').map(({ box }) => box.height);
  heights.sort((one, other) => one - other);
  const usual = heights[Math.floor(heights.length / 2)];
  if (usual === undefined) return [];
  return lines.filter(({ text, box }) => text !== '' || box.height >= leastHeight * usual);
}

/** A picture in which nothing was found is a line without text: a person may find something. */
function nothingIn({ width, height }: OffscreenCanvas): Read {
  return { text: '', confidence: 0, box: { x: 0, y: 0, width, height }, images: new Uint8Array(0) };
}

const scaled = ({ x, y, width, height }: Box, scale: number): Box => ({
  ...{ x: x * scale, y: y * scale },
  ...{ width: width * scale, height: height * scale },
});

async function finished(line: Read, at: number, picture: PaintedPicture): Promise<Line> {
  const { canvas, scale } = picture;
  const place = { field: '', row: at + 1, box: scaled(line.box, scale) };
  return { ...line, ...place, reason: null, cutOut: await cutOut(canvas, line.box) };
}

/** Reads a picture line by line. */
export async function readLines(
  path: string,
  picture: PaintedPicture,
  reader: SheetReader,
): Promise<PictureLines> {
  const { grey, width, height } = picture.grey;
  const found = linesWorthALook(linesIn(reader.read_lines(grey, width, height)));
  const lines = found.length > 0 ? found : [nothingIn(picture.canvas)];
  const all = lines.map((line, at) => finished(line, at, picture));
  return { path, form: null, lines: await Promise.all(all) };
}
