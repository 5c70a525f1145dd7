// Measures the built page as a new visitor sees it, in a fresh profile.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { spreadOf } from '../lib/measure.mjs';
import { root } from '../lib/run.mjs';
import { coldStart, drawAtOnce } from './coldStart.mjs';
import { gallery } from './gallery.mjs';
import { answerWhileTraining } from './live.mjs';
import { memoryOfPages } from './memory.mjs';
import { inState, openFresh, readCsv } from './pageSteps.mjs';
import { serve } from './server.mjs';

const site = `${root}build/web`;
const who = 'page';
const datasetMegabytes = (42_000 * 785) / 1e6;

function kindOf(path) {
  if (/\.safetensors$/.test(path)) return 'weights';
  return /\/engine-|Worker-/.test(path) ? 'engine' : 'page';
}

/** Returns everything downloaded before the first answer, compressed as by a host. */
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

/** Trains an unchanged preset until it reaches this validation accuracy. Null if the run ends before. */
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

async function timeTraining(page, seed, { name, accuracy, preset }, { add, skip }) {
  const seconds = await secondsTo(accuracy, page, preset);
  if (seconds === null) skip(`page, ${name}, seed ${seed}`, new Error('the run ended before'));
  else add({ who, name, threads: 2, unit: 's', median: seconds, least: seconds, most: seconds });
}

/** In the page's settings, which are folded at first. */
async function setSeed(page, seed) {
  await page.getByTestId('more-settings').locator('summary').click();
  await page.locator('#seed').fill(String(seed));
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

const seeds = [1, 2, 3];

async function trainings(browser, url, { csv, quick, add, skip }) {
  if (!csv || quick) return;
  for (const seed of seeds) {
    for (const goal of goals) {
      const { context, page, open } = await openFresh(browser, url);
      await open('train');
      await page.getByTestId('data-file').waitFor({ state: 'attached' });
      await readCsv(page, csv);
      await setSeed(page, seed);
      await timeTraining(page, seed, goal, { add, skip });
      await context.close();
    }
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
