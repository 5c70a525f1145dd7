// Example sheets, drawn here so that no photographs or data sets need to be shipped.
import { trace } from '../ink/paint';
import { canvasFile } from '../pictures/canvasFile';
import { handwritten } from '../pictures/handwriting';
import type { FileSource } from '../protocol/calls';

interface Sheet {
  numbers: readonly string[]; // one per line
  overwritten?: string; // drawn over the last number, so that it needs review
  paper: string;
  ink: string;
}

const sheets: readonly Sheet[] = [
  { numbers: ['14', '9', '17', '12', '20'], paper: '#fbf7ea', ink: '#23408e' },
  { numbers: ['2048', '1765', '3914', '5021'], paper: '#f1eadb', ink: '#2c2926' },
  {
    numbers: ['75', '1225', '975', '108', '368'],
    overwritten: '353',
    paper: '#f6f3ec',
    ink: '#1f3b2d',
  },
];

const size = { width: 760, height: 1000 };
const lineHeight = 190;

function paintPaper(context: CanvasRenderingContext2D, { paper }: Sheet): void {
  context.fillStyle = paper;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = '#b9cbe4';
  for (let y = lineHeight; y < size.height; y += lineHeight) context.fillRect(0, y, size.width, 2);
}

function paintNumber(context: CanvasRenderingContext2D, number: string, line: number): void {
  context.save();
  context.translate(90 + 18 * (line % 3), 55 + lineHeight * line);
  context.beginPath();
  for (const stroke of handwritten(number)) trace(context, stroke);
  context.stroke();
  context.restore();
}

function paint(context: CanvasRenderingContext2D, sheet: Sheet): void {
  paintPaper(context, sheet);
  const pen = { lineWidth: 8, lineCap: 'round', lineJoin: 'round' };
  Object.assign(context, { ...pen, strokeStyle: sheet.ink });
  sheet.numbers.forEach((number, line) => {
    paintNumber(context, number, line);
  });
  if (sheet.overwritten) paintNumber(context, sheet.overwritten, sheet.numbers.length - 1);
}

function fileOf(sheet: Sheet, name: string): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d');
  if (context) paint(context, sheet);
  return canvasFile(canvas, { name, type: 'image/png' });
}

/** The examples as PNG files. */
export function exampleSheets(nameOf: (sheet: number) => string): Promise<FileSource[]> {
  return Promise.all(
    sheets.map(async (sheet, at) => {
      const path = `${nameOf(at + 1)}.png`;
      return { path, file: await fileOf(sheet, path), optional: false };
    }),
  );
}
