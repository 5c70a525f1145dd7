// node trainSymbols.mjs SYMBOLS MODEL: opens a file of symbols in the built page, trains on them, saves the model as
// MODEL and prints the seconds from the symbols to the trained model.
import { root } from '../lib/run.mjs';
import { launch } from './browser.mjs';
import { inState, openFresh } from './pageSteps.mjs';
import { serve } from './server.mjs';

const [symbols, model] = process.argv.slice(2);

async function train(page) {
  await page.locator('#card-symbols h2 button').click();
  await page.getByTestId('symbols-file').setInputFiles(symbols);
  const start = performance.now();
  await page.getByTestId('symbols-use').click();
  await page.getByTestId('train-start').click();
  await inState(page, 'finished');
  return (performance.now() - start) / 1000;
}

async function save(page) {
  const downloaded = page.waitForEvent('download');
  await page.getByTestId('model-save').click();
  await (await downloaded).saveAs(model);
}

const server = await serve(`${root}build/web`);
const browser = await launch();
const { page, open } = await openFresh(browser, server.url);
page.setDefaultTimeout(300_000);
await open('train');
console.log(await train(page));
await save(page);
await browser.close();
server.close();
