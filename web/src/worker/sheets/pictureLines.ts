import type { Line, PictureLines } from '../../protocol/calls';
import type { Lines, SheetReader } from '../../protocol/types';
import type { Box } from '../../shared/padView';
import type { PaintedPicture } from '../import/pictureBytes';
import { cutOut } from './cutOut';

const pixels = 28 * 28;

/** What the engine read in a line, in pixels of the canvas. */
type LineReading = Omit<Line, 'field' | 'row' | 'reason' | 'cutOut'>;

/** Unpacks the engine's result. */
export function linesIn({ texts, confidences, boxes, digits, images }: Lines): LineReading[] {
  const text = texts.split('\n');
  let offset = 0;
  return Array.from(digits, (count, at) => {
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(4 * at);
    const own = images.slice(offset * pixels, (offset + count) * pixels);
    offset += count;
    return {
      text: text[at] ?? '',
      confidence: confidences[at] ?? 0,
      box: { x, y, width, height },
      images: own,
    };
  });
}

const minHeight = 0.5; // of the median height of lines with numbers

/** Drops empty lines, except those about as high as the lines with numbers: they may be unread numbers. */
export function linesToReview(lines: readonly LineReading[]): LineReading[] {
  const heights = lines.filter(({ text }) => text !== '').map(({ box }) => box.height);
  heights.sort((one, other) => one - other);
  const median = heights[Math.floor(heights.length / 2)];
  if (median === undefined) return [];
  return lines.filter(({ text, box }) => text !== '' || box.height >= minHeight * median);
}

/** Stands for a picture in which nothing was found, so that a person can type what it says. */
function emptyLine({ width, height }: OffscreenCanvas): LineReading {
  return { text: '', confidence: 0, box: { x: 0, y: 0, width, height }, images: new Uint8Array(0) };
}

const scaled = ({ x, y, width, height }: Box, scale: number): Box => ({
  ...{ x: x * scale, y: y * scale },
  ...{ width: width * scale, height: height * scale },
});

async function lineOf(line: LineReading, at: number, picture: PaintedPicture): Promise<Line> {
  const { canvas, scale } = picture;
  const place = { field: '', row: at + 1, box: scaled(line.box, scale) };
  return { ...line, ...place, reason: null, cutOut: await cutOut(canvas, line.box) };
}

export async function readLines(
  path: string,
  picture: PaintedPicture,
  reader: SheetReader,
): Promise<PictureLines> {
  const { grey, width, height } = picture.grey;
  const found = linesToReview(linesIn(reader.read_lines(grey, width, height)));
  const lines = found.length > 0 ? found : [emptyLine(picture.canvas)];
  const all = lines.map((line, at) => lineOf(line, at, picture));
  return { path, form: null, lines: await Promise.all(all) };
}
