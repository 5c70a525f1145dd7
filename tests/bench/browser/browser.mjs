// The browser part, in headless Chromium: our variants and the peers in turn, each in a new worker.
import { createRequire } from 'node:module';
import { root } from '../lib/run.mjs';
import { rowsOf } from '../lib/work.mjs';
import { measurePage } from './page.mjs';
import { serve } from './server.mjs';

const { chromium } = createRequire(`${root}web/package.json`)('playwright-core');

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Opens the blank page. `measure(who, module, settings)` then runs a module's rows in it. */
async function open(browser, url, { add, skip }) {
  const page = await browser.newPage();
  await page.exposeFunction('onRow', add);
  await page.goto(`${url}tests/bench/browser/blank.html`);
  await page.waitForFunction(() => 'rowsOf' in window);
  return async (who, module, settings) => {
    const running = page.evaluate(
      ([name, given]) => window.rowsOf(name, given, window.onRow),
      [`./${module}.mjs`, settings],
    );
    await running.catch((error) => skip(who, error));
  };
}

const variants = [
  ['simd', 1],
  ['simd-threads', 2],
  ['relaxed', 1],
  ['relaxed-threads', 2],
];

async function measureVariants(measure, { effort, nets }, work) {
  for (const [variant, threads] of variants) {
    await measure(variant, 'engine', { variant, threads, effort, nets, work });
    const only = threads === 1 ? ['image/cnn-a', 'image/accurate', 'bulk/cnn-a'] : ['bulk/'];
    await measure(variant, 'kernels', { variant, threads, effort, only });
  }
}

async function measurePeers(measure, { effort, nets }, work) {
  const dense = work.filter(({ net }) => net === 'article');
  const small = work.filter(({ net, batch }) => net === 'cnn-a' && batch !== 128);
  const some = [...dense, ...small];
  await measure('jax-js', 'jax', { effort, nets, work: some });
  await measure('tfjs wasm', 'tfjs', { backend: 'wasm', effort, nets, work: some });
  await measure('tfjs cpu', 'tfjs', { backend: 'cpu', effort, nets, work: some });
  await measure('tfjs webgl', 'tfjs', { backend: 'webgl', effort, nets, work: some });
  for (const threads of [1, 2]) {
    await measure('onnxruntime-web', 'onnxruntime', { threads, effort, nets });
  }
}

export async function measureBrowser(context) {
  const server = await serve(root);
  const browser = await launch();
  context.browser = browser.version();
  const work = rowsOf(context.nets);
  const measure = await open(browser, server.url, context);
  for (const variant of ['simd', 'relaxed']) {
    const only = ['product', 'layer'];
    await measure(variant, 'kernels', { variant, threads: 1, effort: context.effort, only });
  }
  const round = { ...context, effort: { ...context.effort, runs: 1 } };
  for (let count = 0; count < context.effort.runs; count++) {
    await measureVariants(measure, round, work);
    await measurePeers(measure, round, work);
  }
  await measurePage(browser, context);
  await browser.close();
  server.close();
}
