// Measures the gallery with 42,000 images: the time until it appears, its smoothness during training, and its
// memory.
import { spreadOf } from '../lib/measure.mjs';
import { memoryOfPages } from './memory.mjs';
import { inState, openFresh, readCsv } from './pageSteps.mjs';

const share = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)];

/** Runs in the page: measures from choosing a file to a painted gallery, which is opened as soon as it can be. */
function galleryDrawn() {
  const drawn = () => {
    const details = document.querySelector('[data-testid=all-images]')?.parentElement;
    if (details) details.open = true;
    const canvas = document.querySelector('[data-testid=gallery] canvas');
    const pixels = canvas?.width
      ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
      : [];
    return pixels.some((value) => value > 0);
  };
  const input = document.querySelector('[data-testid=data-file]');
  window.gallery = new Promise((resolve) => {
    input.addEventListener(
      'change',
      () => {
        const start = performance.now();
        const look = () =>
          drawn() ? resolve(performance.now() - start) : requestAnimationFrame(look);
        look();
      },
      { capture: true },
    );
  });
}

/** Runs in the page: returns the milliseconds between frames over this time. */
const framesFor = (seconds) =>
  new Promise((resolve) => {
    const times = [];
    const end = performance.now() + 1000 * seconds;
    const next = (last) => (now) => {
      times.push(now - last);
      if (now < end) requestAnimationFrame(next(now));
      else resolve(times.slice(1));
    };
    requestAnimationFrame(next(performance.now()));
  });

/** Runs in the page: returns the MB used by the page and its workers. */
async function bytesOfTab() {
  return (await performance.measureUserAgentSpecificMemory()).bytes / 1e6;
}

async function scrollWhileTraining(page) {
  await page.getByTestId('preset').selectOption('fast');
  await page.getByTestId('train-start').click();
  await inState(page, 'running');
  const grid = page.getByTestId('gallery');
  await grid.waitFor({ state: 'hidden' }); // the card of the data folds when training starts
  await page.locator('#title-data button').click();
  await grid.scrollIntoViewIfNeeded();
  await grid.hover();
  const measuring = page.evaluate(framesFor, 8);
  for (let turn = 0; turn < 80; turn++) {
    await page.mouse.wheel(0, turn % 20 < 15 ? 600 : -900);
    await page.waitForTimeout(80);
  }
  return measuring;
}

export async function gallery(browser, url, { csv, effort, add, skip }) {
  if (!csv) return skip('gallery', new Error('INKLING_DATA has no kaggle/train.csv.gz'));
  const shown = [];
  const frames = [];
  const memory = [];
  for (let run = 0; run < effort.runs; run++) {
    const { context, page, open } = await openFresh(browser, url);
    await open('train');
    await page.getByTestId('data-file').waitFor({ state: 'attached' });
    await page.locator('[data-testid=preset] option').first().waitFor({ state: 'attached' });
    await page.evaluate(galleryDrawn);
    await readCsv(page, csv);
    shown.push(await page.evaluate(() => window.gallery));
    if (run === 0) {
      frames.push(...(await scrollWhileTraining(page)));
      memory.push(await page.evaluate(bytesOfTab), memoryOfPages('VmHWM'));
    }
    await context.close();
  }
  frames.sort((a, b) => a - b);
  const [least, late, most] = [0, 0.95, 1].map((part) => share(frames, part));
  add({ who: 'page', name: 'gallery/shown', threads: 1, unit: 'ms', ...spreadOf(shown) });
  const row = { who: 'page', name: 'gallery/frame/p95', threads: 2, unit: 'ms', least, most };
  add({ ...row, median: late });
  const [tab, peak] = memory.map((megabytes) => spreadOf([megabytes]));
  add({ who: 'page', name: 'gallery/memory', threads: 2, unit: 'MB', ...tab });
  add({ who: 'page', name: 'gallery/memory/process-peak', threads: 2, unit: 'MB', ...peak });
}
