// Draws on the pad with the browser's own pointer events.
import type { CDPSession, Locator, Page } from 'playwright-core';

export type Strokes = [number, number][][];

/** A seven, an eight and a one in an ordinary hand, in a box of 100 x 100. */
export const seven: Strokes = [curve([20, 15], [78, 14], [60, 45], [44, 88])];
export const one: Strokes = [curve([50, 12], [50, 88])];

/** Places digits next to each other, each in its box. */
export function beside(...digits: Strokes[]): Strokes {
  return digits.flatMap((strokes, at) =>
    strokes.map((stroke) => stroke.map(([x, y]): [number, number] => [x + at * 100, y])),
  );
}

/** Returns points along straight lines, as dense as in real handwriting. */
function curve(...corners: [number, number][]): [number, number][] {
  return corners.flatMap(([x, y], at) => {
    const [toX, toY] = corners[at + 1] ?? [x, y];
    const points = at + 1 < corners.length ? 12 : 1;
    return Array.from({ length: points }, (_, step): [number, number] => [
      x + ((toX - x) * step) / points,
      y + ((toY - y) * step) / points,
    ]);
  });
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const pagePad = (page: Page) => page.getByTestId('pad');

export async function padBox(page: Page, pad: Locator = pagePad(page)): Promise<Box> {
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad');
  return box;
}

/** Fits the strokes to the middle of the pad, in whole pixels of the window. */
export function onPad(strokes: Strokes, pad: Box): Strokes {
  const xs = strokes.flat().map(([x]) => x);
  const ys = strokes.flat().map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const fit = Math.min(
    (pad.width - 40) / Math.max(width, 1),
    (pad.height - 40) / Math.max(height, 1),
  );
  const scale = fit >= 1 ? Math.floor(fit) : fit;
  const originX = Math.round(pad.x + (pad.width - width * scale) / 2);
  const originY = Math.round(pad.y + (pad.height - height * scale) / 2);
  const place = ([x, y]: [number, number]): [number, number] => [
    originX + (x - left) * scale,
    originY + (y - top) * scale,
  ];
  return strokes.map((stroke) => stroke.map(place));
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function devtools(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Draws with the mouse. The events are sent so fast that the browser coalesces them. */
export async function write(
  page: Page,
  strokes: Strokes,
  pointerType: 'mouse' | 'pen' = 'mouse',
  pad: Locator = pagePad(page),
): Promise<void> {
  const session = await devtools(page);
  const sent: Promise<unknown>[] = [];
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: [number, number]) =>
    sent.push(
      session.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: type === 'mouseMoved' ? 0 : 1,
        pointerType,
      }),
    );
  for (const stroke of onPad(strokes, await padBox(page, pad))) {
    const first = stroke[0] ?? [0, 0];
    const last = stroke[stroke.length - 1] ?? first;
    mouse('mousePressed', first);
    for (const point of stroke.slice(1)) mouse('mouseMoved', point);
    mouse('mouseReleased', last);
  }
  await Promise.all(sent);
}

/** Draws with a finger; `end` is the final touch event. */
export async function writeWithFinger(
  page: Page,
  strokes: Strokes,
  end: 'touchEnd' | 'touchCancel' = 'touchEnd',
  pad: Locator = pagePad(page),
): Promise<void> {
  const session = await devtools(page);
  const touch = (type: 'touchStart' | 'touchMove' | typeof end, points: [number, number][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y]) => ({ x, y })),
    });
  for (const stroke of onPad(strokes, await padBox(page, pad))) {
    const [first = [0, 0], ...rest] = stroke;
    await touch('touchStart', [first]);
    for (const point of rest) await touch('touchMove', [point]);
    await touch(end, []);
  }
}

/** Returns the reading once the newest ink has an answer. */
export async function answer(page: Page): Promise<string> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.locator('[data-testid=answer][aria-busy=false]').waitFor();
  return (await page.getByTestId('reading').textContent()) ?? '';
}

/** Returns the reading, or the likeliest digit if it was rejected. */
export async function likeliest(page: Page): Promise<string> {
  const read = await answer(page);
  const digit = page.getByTestId('digit');
  return read === '' && (await digit.count()) > 0 ? ((await digit.innerText())[0] ?? '') : read;
}
