// The About view, and sharing a model.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goTo, open } from './browser';
import { root } from './data';
import { answer, seven, write } from './handwriting';

const version = JSON.parse(readFileSync(`${root}/web/package.json`, 'utf8')).version;

test('shows the version, license, model card and the package for other pages', async () => {
  const page = await open({ view: 'about' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  expect(await page.getByTestId('version').textContent()).toBe(version);
  await page.getByText('MIT', { exact: true }).waitFor();
  const card = await page.getByTestId('model-card').getAttribute('href');
  expect((await page.request.get(new URL(card ?? '', page.url()).href)).status()).toBe(200);
  await page.getByTestId('copy-snippet').click();
  await page.getByTestId('copy-snippet').getByText('Copied').waitFor();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toContain('<inkling-pad id="postcode"');
  expect(readFileSync(`${root}/web/package/README.md`, 'utf8')).toContain(
    'src="node_modules/inkling-pad/dist/index.js"',
  );
  expect(snippet).toContain('src="node_modules/inkling-pad/dist/index.js"');
});

test('says how to install the package, and breaks no name in its code', async () => {
  const page = await open({ view: 'about', phone: true });
  const archive = JSON.parse(readFileSync(`${root}/web/package/package.json`, 'utf8'));
  const install = await page.getByTestId('embed-install').textContent();
  expect(install).toBe(`npm install ./${archive.name}-${archive.version}.tgz`);
  const broken = await page.getByTestId('embed-snippet').evaluate((code) => {
    const lines = (part: Element) => [...part.getClientRects()].filter(({ width }) => width > 0);
    return [...code.children].filter((part) => lines(part).length > 1).length;
  });
  expect(broken).toBe(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test('shares the current model as one file with the same name', async () => {
  const page = await open();
  await page.getByTestId('model-chip').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('model-share').click(),
  ]);
  expect(download.suggestedFilename()).toBe('inkling-built-in.html');
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toContain('<title>Inkling: Built-in</title>');
});

test('doesn’t load the training engine to share a model', async () => {
  const page = await open();
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  await write(page, seven);
  await answer(page);
  await page.getByTestId('model-chip').click();
  await Promise.all([page.waitForEvent('download'), page.getByTestId('model-share').click()]);
  expect(requests.some((url) => /standalone/.test(url))).toBe(true);
  expect(requests.some((url) => /\/training-/.test(url))).toBe(false);
  await page.keyboard.press('Escape');
  await goTo(page, 'about');
  await page.getByTestId('version').waitFor();
});
