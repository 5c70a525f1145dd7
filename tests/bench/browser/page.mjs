// The built page itself, as a stranger meets it: in a fresh profile, with nothing kept.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { spreadOf } from '../lib/measure.mjs';
import { root } from '../lib/run.mjs';
import { gallery } from './gallery.mjs';
import { answerWhileTraining } from './live.mjs';
import { memoryOfPages } from './memory.mjs';
import { inState, openFresh, readCsv } from './rooms.mjs';
import { serve } from './server.mjs';

const site = `${root}build/web`;
const who = 'page';
const datasetMegabytes = (42_000 * 785) / 1e6;

/** Runs in the page before its own scripts: draws a seven as soon as there is a pad, and waits for what is read. */
function drawAtOnce() {
  const started = new Promise((resolve) => {
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
    const draw = (pad) => {
      const { left, top, width, height } = pad.getBoundingClientRect();
      const event = (type, [x, y]) =>
        pad.dispatchEvent(
          new PointerEvent(type, {
            clientX: left + width / 2 + (x - 0.5) * height * 0.6,
            clientY: top + height / 2 + (y - 0.5) * height * 0.8,
            pointerId: 1,
            pointerType: 'pen',
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
    watch(() => byId('pad')?.getBoundingClientRect().width > 0 && byId('pad'))
      .then((pad) => {
        const drawn = performance.now();
        draw(pad);
        return watch(() => byId('reading')?.textContent.trim()).then((text) => ({
          drawn,
          text,
          answer: performance.now(),
        }));
      })
      .then(resolve);
  });
  window.answered = started;
}

async function coldStart(browser, url, { effort, add }) {
  const runs = [];
  for (let count = 0; count < effort.runs + 1; count++) {
    const { context, page, open } = await openFresh(browser, url);
    await page.addInitScript(drawAtOnce);
    await open('read');
    runs.push(await page.evaluate(() => window.answered));
    await context.close();
  }
  const counted = runs.slice(1); // the first one also starts the browser's own processes
  for (const part of ['drawn', 'answer']) {
    const spread = spreadOf(counted.map((run) => run[part]));
    add({ who, name: `cold-start/${part}`, threads: 1, unit: 'ms', ...spread });
  }
}

function kindOf(path) {
  if (/\.safetensors$/.test(path)) return 'weights';
  return /\/engine-|Worker-/.test(path) ? 'engine' : 'page';
}

/** What is loaded up to the first answer, packed as a host would. */
async function download(browser, url, { add }) {
  const { context, page, open } = await openFresh(browser, url);
  const loaded = new Set();
  context.on('request', (request) => loaded.add(new URL(request.url()).pathname));
  await page.addInitScript(drawAtOnce);
  await open('read');
  await page.evaluate(() => window.answered);
  await context.close();
  const sums = {};
  for (const path of loaded) {
    const content = readFileSync(`${site}${path === '/' ? '/index.html' : path}`);
    const packed = {
      brotli: brotliCompressSync(content).length,
      gzip: gzipSync(content, { level: 9 }).length,
    };
    for (const [packing, size] of Object.entries(packed)) {
      const name = `download/${kindOf(path)}/${packing}`;
      sums[name] = (sums[name] ?? 0) + size / 1000;
    }
  }
  for (const [name, size] of Object.entries(sums)) {
    add({ who, name, threads: 1, unit: 'KB', median: size, least: size, most: size });
  }
}

/** Trains a preset as it comes, until the held-out images are read this well; null where the run ends before. */
async function secondsTo(accuracy, page, preset) {
  await page.getByTestId('preset').selectOption(preset);
  const start = performance.now();
  await page.getByTestId('train-start').click();
  await inState(page, 'running');
  const reached = await page.waitForFunction(
    (wanted) => {
      const { dataset } = document.querySelector('[data-testid=train-progress]');
      if (Number(dataset.validationAccuracy) >= wanted) return 'reached';
      return dataset.state === 'finished' ? 'not reached' : false;
    },
    accuracy,
    { timeout: 400_000 },
  );
  const seconds = (performance.now() - start) / 1000;
  return (await reached.jsonValue()) === 'reached' ? seconds : null;
}

async function timeTraining(page, name, accuracy, preset, { add, skip }) {
  const seconds = await secondsTo(accuracy, page, preset);
  if (seconds === null) skip(`page, ${name}`, new Error('the run ended before'));
  else add({ who, name, threads: 2, unit: 's', median: seconds, least: seconds, most: seconds });
}

async function realData(browser, url, { csv, effort, add, skip }) {
  if (!csv)
    return skip('train.csv in the browser', new Error('INKLING_DATA has no kaggle/train.csv.gz'));
  const times = [];
  const memory = [];
  for (let run = 0; run < effort.runs; run++) {
    const { context, page, open } = await openFresh(browser, url);
    await open('train');
    await page.getByTestId('data-file').waitFor({ state: 'attached' });
    const before = memoryOfPages('VmRSS');
    times.push(await readCsv(page, csv));
    memory.push(memoryOfPages('VmHWM') - before - datasetMegabytes);
    await context.close();
  }
  add({ who, name: 'csv/time', threads: 1, unit: 'ms', ...spreadOf(times) });
  add({ who, name: 'csv/memory', threads: 1, unit: 'MB', ...spreadOf(memory) });
}

const goals = [
  { name: 'train-to-99', accuracy: 0.99, preset: 'fast' },
  { name: 'train-to-99.5', accuracy: 0.995, preset: 'accurate' },
];

async function trainings(browser, url, { csv, quick, add, skip }) {
  if (!csv || quick) return;
  for (const { name, accuracy, preset } of goals) {
    const { context, page, open } = await openFresh(browser, url);
    await open('train');
    await page.getByTestId('data-file').waitFor({ state: 'attached' });
    await readCsv(page, csv);
    await timeTraining(page, name, accuracy, preset, { add, skip });
    await context.close();
  }
}

export async function measurePage(browser, context) {
  const server = await serve(site);
  for (const measure of [coldStart, download, realData, gallery, answerWhileTraining, trainings]) {
    await measure(browser, server.url, context).catch((error) =>
      context.skip(`page, ${measure.name}`, error),
    );
  }
  server.close();
}
