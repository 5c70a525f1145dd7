// Sheets of a form: printed by the engine, rendered by the browser, filled in by a hand and photographed on a table.
import type { Page } from 'playwright-core';
import type { FormDraft, MadeForm } from '#web/protocol/forms';
import { sheetsHandlers } from '#web/worker/handlers/sheetsHandlers';
import { realSheetsEngine } from '../web/realEngine';
import { one, type Strokes, seven } from './handwriting';

const context = { report: () => {}, signal: new AbortController().signal };

export async function madeForm(draft: FormDraft): Promise<MadeForm> {
  return sheetsHandlers(await realSheetsEngine()).make_form(draft, context);
}

const hand: Record<string, Strokes> = { '1': one, '7': seven, x: [...one, ...seven] };

/** Where on the sheet each box is, in millimetres: the path of the boxes is the only one that is stroked. */
function boxesIn(svg: string): number[][] {
  const path = /<path fill="none"[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '';
  const box = /M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g;
  return [...path.matchAll(box)].map(([, ...sides]) => sides.map(Number));
}

export interface Photo {
  degrees?: number;
  /** By how much the far edge is shorter, in shares. */
  perspective?: number;
  /** Of the sheet that lies outside the picture, at its right. */
  cropped?: number;
}

/** A photo of a sheet with a character in each of its first boxes: "1", "7", "x", or " " for none. */
export async function photographed(
  page: Page,
  svg: string,
  content: string,
  { degrees = 4, perspective = 0.05, cropped = 0 }: Photo = {},
): Promise<Buffer> {
  const written = boxesIn(svg).flatMap((box, at) => {
    const strokes = hand[content[at] ?? ' '];
    return strokes ? [{ box, strokes }] : [];
  });
  const packed = await page.evaluate(
    async ({ svg, written, degrees, perspective, cropped }) => {
      const scale = 8; // pixels to a millimetre
      const painting = (width: number, height: number) => {
        const canvas = new OffscreenCanvas(width, height);
        return canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      };
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      const ratio = image.naturalHeight / image.naturalWidth;
      const [width, height] = [210 * scale, Math.round(210 * scale * ratio)];

      const sheet = painting(width, height);
      sheet.drawImage(image, 0, 0, width, height);
      Object.assign(sheet, { strokeStyle: '#23408e', lineWidth: 5, lineCap: 'round' });
      for (const { box, strokes } of written) {
        const [x = 0, y = 0, wide = 0, high = 0] = box.map((side) => side * scale);
        for (const stroke of strokes) {
          sheet.beginPath();
          for (const [atX, atY] of stroke)
            sheet.lineTo(x + (wide * (15 + 0.7 * atX)) / 100, y + (high * (12 + 0.76 * atY)) / 100);
          sheet.stroke();
        }
      }

      // The far edge is shorter, and lines of pixels lie closer together there, as in a photo from the side.
      const seen = painting(width, height);
      const depth = perspective / (1 - perspective);
      for (let y = 0; y < height; y++) {
        const from = (y * (1 + depth)) / (1 + (depth * y) / height);
        const wide = width * (1 - perspective * (1 - y / height));
        seen.drawImage(sheet.canvas, 0, from, width, 1, (width - wide) / 2, y, wide, 1);
      }

      const side = Math.round(1.15 * Math.hypot(width, height));
      const photo = painting(Math.round(side * (1 - cropped)), side);
      photo.fillStyle = '#57493c';
      photo.fillRect(0, 0, side, side);
      photo.translate(side / 2, side / 2);
      photo.rotate((degrees * Math.PI) / 180);
      photo.drawImage(seen.canvas, -width / 2, -height / 2);
      const file = await photo.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return [...new Uint8Array(await file.arrayBuffer())];
    },
    { svg, written, degrees, perspective, cropped },
  );
  return Buffer.from(packed);
}
