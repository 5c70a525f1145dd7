// node tests/bench/forms.mjs FOLDER: measures how long the built page takes to read photos of a form, from
// choosing the files to the last row, and how many cells need review. SAVE=FOLDER scripts/try-forms makes the
// photos.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser/browser.mjs';
import { serve } from './browser/server.mjs';
import { root } from './lib/run.mjs';

const minutes = 10;

async function loadForm(page, folder) {
  await page.getByTestId('form-make').click();
  await page.getByTestId('form-load').setInputFiles(join(folder, 'form.json'));
  await page.locator('[data-testid=form-print]:enabled').waitFor();
  await page.getByTestId('form-close').click();
}

/** Resolves to the time taken in seconds. */
async function readAll(page, photos) {
  const started = performance.now();
  await page.getByTestId('sheets-file').setInputFiles(photos);
  const all = page.getByTestId('sheets-outcome').getByText(`${photos.length}\u00a0image`);
  await all.waitFor({ timeout: minutes * 60_000 });
  return (performance.now() - started) / 1000;
}

const [folder] = process.argv.slice(2);
const photos = readdirSync(folder)
  .filter((name) => name.endsWith('.jpg'))
  .map((name) => join(folder, name));
const server = await serve(`${root}build/web`);
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}#sheets`);
  await loadForm(page, folder);
  const seconds = await readAll(page, photos);
  const each = (1000 * seconds) / photos.length;
  console.log(`${photos.length} photos in ${seconds.toFixed(1)} s, ${each.toFixed(0)} ms each`);
  console.log(await page.getByTestId('sheets-summary').innerText());
  console.log(await page.getByTestId('sheets-to-check').innerText());
} finally {
  await browser.close();
  server.close();
}
