// Screenshots of the views in their states, on a phone and a desktop, light and dark, also in Arabic, Chinese,
// German and forced colours, in build/screenshots; and the README's.
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { settled } from './axe';
import { goTo, type OpenOptions, open } from './browser';
import { root } from './data';
import { answer, write } from './handwriting';
import { camera } from './scenes/camera';
import { formsView } from './scenes/formsView';
import { doubts, readView, three } from './scenes/readView';
import { sheetsView } from './scenes/sheetsView';
import { trainView } from './scenes/trainView';

const readme = join(root, 'web/screenshots/read.png');
const phone = { phone: true, size: { width: 360, height: 740 } };

describe.each<[string, OpenOptions]>([
  ['desktop-light', {}],
  ['phone-dark', { ...phone, dark: true }],
  ['desktop-dark', { dark: true }],
  ['phone-light', phone],
  ['desktop-german', { locale: 'de' }],
  ['phone-german', { ...phone, locale: 'de' }],
  ['phone-arabic', { ...phone, locale: 'ar' }],
  ['desktop-arabic', { locale: 'ar' }],
  ['phone-chinese', { ...phone, locale: 'zh' }],
  ['desktop-chinese', { locale: 'zh' }],
  ['desktop-forced', { forcedColours: true }],
])('%s', (name, options) => {
  test('the reading view', async () => {
    const page = await open(options);
    const take = camera(page, name);
    await readView(page, take);
    await doubts(page, take);
    await goTo(page, 'about');
    await take('about', 'page');
  }, 120_000);

  test('the sheets view', async () => {
    const page = await open({ ...options, view: 'sheets' });
    await sheetsView(page, camera(page, name));
  }, 120_000);

  test('the forms', async () => {
    const page = await open({ ...options, view: 'sheets' });
    await formsView(page, camera(page, name));
  }, 120_000);

  test('the training view', async () => {
    const page = await open(options);
    await trainView(page, camera(page, name));
  }, 240_000);
});

test('the README’s picture', async () => {
  const page = await open();
  await page.setViewportSize({ width: 1100, height: 860 });
  await write(page, three);
  await answer(page);
  await settled(page);
  await page.screenshot({ path: readme });
});
