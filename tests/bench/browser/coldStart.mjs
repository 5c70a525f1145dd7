// Measures the time from the address to the visible pad and the first answer, compared with a page of one canvas
// and one line of text.
import { spreadOf } from '../lib/measure.mjs';
import { root } from '../lib/run.mjs';
import { openFresh } from './pageSteps.mjs';
import { serve } from './server.mjs';

/**
 * Runs in a page before its own scripts. Returns when the pad was painted, and what was read there, and when,
 * after drawing a seven.
 */
export function drawAtOnce() {
  const watch = (test) =>
    new Promise((found) => {
      const look = () => {
        const result = test();
        if (result) found(result);
        else requestAnimationFrame(look);
      };
      look();
    });
  const byId = (id) => document.querySelector(`[data-testid=${id}]`);
  const afterPaint = () =>
    new Promise((painted) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(performance.now());
        port2.postMessage(null); // arrives after the frame is submitted
      });
    });
  const draw = (pad) => {
    const { left, top, width, height } = pad.getBoundingClientRect();
    const event = (type, [x, y]) =>
      pad.dispatchEvent(
        new PointerEvent(type, {
          clientX: left + width / 2 + (x - 0.5) * height * 0.6,
          clientY: top + height / 2 + (y - 0.5) * height * 0.8,
          pointerId: 1,
          pointerType: 'pen',
          buttons: type === 'pointerup' ? 0 : 1,
          bubbles: true,
        }),
      );
    const points = [];
    for (let step = 0; step <= 12; step++) points.push([step / 12, 0]);
    for (let step = 1; step <= 20; step++) points.push([1 - (0.6 * step) / 20, step / 20]);
    event('pointerdown', points[0]);
    for (const point of points.slice(1)) event('pointermove', point);
    event('pointerup', points.at(-1));
  };
  const run = async () => {
    const pad = await watch(() => byId('pad')?.getBoundingClientRect().width > 0 && byId('pad'));
    const painted = afterPaint();
    draw(pad);
    const text = await watch(() => byId('reading')?.textContent.trim());
    const answer = performance.now();
    return { painted: await painted, answer: Math.max(answer, await painted), text };
  };
  window.answered = run();
}

async function measured(browser, url) {
  const { context, page, open } = await openFresh(browser, url);
  await page.addInitScript(drawAtOnce);
  await open('read');
  const run = await page.evaluate(() => window.answered);
  await context.close();
  return run;
}

/** Alternates with the empty page, whose text is its answer, so that noise affects both. */
export async function coldStart(browser, url, { effort, add }) {
  const server = await serve(`${root}tests/bench/browser`);
  const pages = { page: url, 'empty page': `${server.url}empty.html` };
  const runs = { page: [], 'empty page': [] };
  for (let count = 0; count < effort.runs + 1; count++) {
    for (const [who, address] of Object.entries(pages)) {
      const run = await measured(browser, address);
      if (count > 0) runs[who].push(run); // the first run also starts the browser's processes
    }
  }
  server.close();
  for (const [who, all] of Object.entries(runs)) {
    for (const part of ['painted', 'answer']) {
      const spread = spreadOf(all.map((run) => run[part]));
      add({ who, name: `cold-start/${part}`, threads: 1, unit: 'ms', ...spread });
    }
  }
}
