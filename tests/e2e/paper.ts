// Pictures of digits on paper, painted by the browser.
import type { Page } from 'playwright-core';
import { one, type Strokes, seven } from './handwriting';

export interface Paper {
  width: number;
  height: number;
  paper: string; // CSS colours
  ink: string;
  ruled?: boolean;
  shade?: boolean; // lit from one side
}

export const plain: Paper = { width: 900, height: 400, paper: '#f4f0e4', ink: '#22304e' };
export const board: Paper = { width: 900, height: 400, paper: '#1c2b24', ink: '#f2f2ea' };
export const hard: Paper = { ...plain, ruled: true, shade: true };

const moved = (strokes: Strokes, x: number, y: number): Strokes =>
  strokes.map((stroke) => stroke.map(([atX, atY]): [number, number] => [2 * atX + x, 2 * atY + y]));

/** A seven, a one and a seven, 200 high; these are their left edges. */
export const digits: Strokes = [
  ...moved(seven, 100, 100),
  ...moved(one, 300, 100),
  ...moved(seven, 560, 100),
];

/** Returns a picture of the strokes, encoded by the browser. */
export async function painted(
  page: Page,
  strokes: Strokes,
  on: Paper,
  type = 'image/png',
): Promise<Buffer> {
  const packed = await page.evaluate(
    ([strokes, on, type]) => {
      const canvas = Object.assign(document.createElement('canvas'), on);
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = on.paper;
      context.fillRect(0, 0, on.width, on.height);
      context.fillStyle = '#9db4cf';
      for (let y = 60; on.ruled && y < on.height; y += 60) context.fillRect(0, y, on.width, 1.5);
      Object.assign(context, {
        strokeStyle: on.ink,
        lineWidth: 12,
        lineCap: 'round',
        lineJoin: 'round',
      });
      for (const [first, ...rest] of strokes) {
        context.beginPath();
        context.moveTo(...(first as [number, number]));
        for (const point of rest) context.lineTo(...point);
        context.stroke();
      }
      if (on.shade) {
        const light = context.createLinearGradient(0, 0, on.width, on.height);
        light.addColorStop(0, 'rgb(0 0 0 / 0)');
        light.addColorStop(1, 'rgb(0 0 0 / 0.5)');
        context.fillStyle = light;
        context.fillRect(0, 0, on.width, on.height);
      }
      return canvas.toDataURL(type, 0.92).replace(/^.*,/, '');
    },
    [strokes, on, type] as const,
  );
  return Buffer.from(packed, 'base64');
}

/** Returns numbers of sevens and ones, 200 high, one per line. Any other character becomes a blot. */
export function numbers(...lines: string[]): Strokes {
  const blot: Strokes = [
    [
      [20, 20],
      [80, 80],
      [80, 20],
      [20, 80],
      [50, 10],
      [50, 90],
      [10, 50],
      [90, 50],
      [20, 20],
    ],
  ];
  const signs: Record<string, Strokes> = { 7: seven, 1: one };
  return lines.flatMap((line, row) =>
    [...line].flatMap((sign, at) => moved(signs[sign] ?? blot, 80 + 200 * at, 60 + 260 * row)),
  );
}

/** A sheet with room for this many lines. */
export const sheetOf = (lines: number): Paper => ({ ...plain, height: 60 + 260 * lines });

/** Where the grid's lines are, in pixels of a sheet of 1000 x 1400. */
export const grid = { left: 85, top: 203, cell: 93 };

/** A digit in a cell of the grid, counted from 0. */
export const inCell = (strokes: Strokes, column: number, row: number): Strokes =>
  strokes.map((stroke) =>
    stroke.map(([x, y]): [number, number] => [
      grid.left + grid.cell * (column + 0.15 + 0.007 * x),
      grid.top + grid.cell * (row + 0.15 + 0.007 * y),
    ]),
  );

/** A scan of a sheet with a printed grid of nine by nine, and what is written in it, as a JPEG file. */
export async function scannedGrid(page: Page, strokes: Strokes = []): Promise<Buffer> {
  const packed = await page.evaluate(
    ([strokes, { left, top, cell }]) => {
      const size = { width: 1000, height: 1400 };
      const canvas = Object.assign(document.createElement('canvas'), size);
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = '#f6f4ee';
      context.fillRect(0, 0, size.width, size.height);
      context.fillStyle = '#222222';
      for (let line = 0; line <= 9; line++) {
        const width = line % 3 === 0 ? 6 : 3;
        context.fillRect(left - 3 + cell * line, top - 3, width, 9 * cell + 6);
        context.fillRect(left - 3, top - 3 + cell * line, 9 * cell + 6, width);
      }
      Object.assign(context, { strokeStyle: '#23408e', lineWidth: 5, lineCap: 'round' });
      for (const stroke of strokes) {
        context.beginPath();
        for (const [x, y] of stroke) context.lineTo(x, y);
        context.stroke();
      }
      return canvas.toDataURL('image/jpeg', 0.92).replace(/^.*,/, '');
    },
    [strokes, grid] as const,
  );
  return Buffer.from(packed, 'base64');
}

/** Returns a PDF with a scanned page for each number. */
export async function scannedPdf(page: Page, ...pages: string[]): Promise<Buffer> {
  const scans = pages.map((number) =>
    painted(page, numbers(number), { ...sheetOf(1), height: 400 }, 'image/jpeg'),
  );
  const streams = (await Promise.all(scans)).map((jpeg) =>
    Buffer.concat([
      Buffer.from(`1 0 obj\n<< /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`),
      jpeg,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...streams]);
}
