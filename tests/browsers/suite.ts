// Tests every feature of the page once, in one browser. tests/e2e tests the details in Chromium.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { View } from '../e2e/browser';
import { trainCsv, written } from '../e2e/data';
import { one, seven } from '../e2e/handwriting';
import { plainHost } from '../e2e/plainHost';
import { type BrowserName, browsers } from './driver/browsers';
import type { PointerType } from './driver/driver';
import { InklingPage } from './page';
import { picture } from './picture';

/** The differences between browsers. */
export interface Abilities {
  pointers: PointerType[]; // supported by its driver
  threads: RegExp; // the page's text about threads
  storesRuns: boolean; // beyond the page's life
}

const csv = written('train.csv', trainCsv(600));

export function testFeatures(
  name: BrowserName,
  { pointers, threads, storesRuns }: Abilities,
): void {
  let page: InklingPage;

  beforeAll(async () => {
    page = new InklingPage(await browsers[name]());
  });

  afterAll(() => page?.driver.close());

  const reads = (text: string) => expect.poll(() => page.reading()).toBe(text);
  const state = () => page.attribute('train-progress', 'data-state');
  const epoch = async () => Number(await page.attribute('train-progress', 'data-epoch'));
  const checkpoints = async () =>
    Number(await page.attribute('train-progress', 'data-checkpoints'));

  /** Opens the page on its own host, so that nothing is stored from earlier tests. */
  async function open(view: View = 'read') {
    const host = await plainHost();
    await page.open(host.url, view);
    return host;
  }

  async function load(): Promise<void> {
    await page.choose('data-file', csv);
    await expect.poll(() => page.text('data-summary')).toContain('600');
  }

  async function train(epochs: number): Promise<void> {
    await load();
    await page.select('preset', 'fast');
    await page.fill('epochs', String(epochs));
    await page.click('train-start');
  }

  /** Clicks, and returns the content of the saved file so far. */
  async function saved(testid: string, ending: string): Promise<() => string> {
    const folder = page.driver.downloads;
    const find = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) =>
        file.endsWith(ending),
      );
    await page.click(testid);
    await expect.poll(find).toBeDefined();
    return () => readFileSync(join(folder, find() ?? ''), 'latin1');
  }

  test.each(pointers)('reads a digit drawn by %s', async (pointer) => {
    await open();
    await page.draw(seven, pointer);
    await reads('7');
    await page.click('clear');
    await page.draw(one, pointer);
    await reads('1');
  });

  test('reads a picture file', async () => {
    await open();
    await page.choose('picture-file', written('717.png', picture(seven, one, seven)));
    await reads('717');
  });

  test('reads sheets into a table and keeps it after a reload', async () => {
    await open('sheets');
    await page.choose('sheets-file', written('sheet.png', picture(seven, one, seven)));
    await expect.poll(() => page.text('row-text')).toContain('717');
    await page.reload();
    await expect.poll(() => page.text('row-text')).toContain('717');
    const drawn = () =>
      page.driver.evaluate(() => {
        const image = document.querySelector<HTMLImageElement>('[data-testid=cut-out]');
        return image?.naturalWidth ?? 0;
      });
    await expect.poll(drawn).toBeGreaterThan(300);
  });

  test('shows a new form as it will be printed, also after a reload', async () => {
    await open('sheets');
    await page.click('form-make');
    await page.click('form-start-marks');
    const drawn = () =>
      page.driver.evaluate(() => {
        const sheet = document.querySelector<HTMLImageElement>('[data-testid=form-preview]');
        return sheet?.naturalWidth ?? 0;
      });
    await expect.poll(drawn).toBeGreaterThan(200);
    await page.reload();
    await expect.poll(() => page.text('invite-form')).toContain('Class marks');
  });

  test('trains on a train.csv, reads with the model and saves it', async () => {
    await open('train');
    expect(await page.text('engine')).toMatch(threads);
    await train(8);
    await expect.poll(state, { timeout: 60_000 }).toBe('finished');
    expect(
      Number(await page.attribute('train-progress', 'data-validation-accuracy')),
    ).toBeGreaterThan(0.9);
    expect(await page.text('engine')).toMatch(threads);
    expect(await page.text('engine')).not.toContain('couldn’t start');
    const model = await saved('model-save', '.safetensors');
    await expect.poll(model).toContain('__metadata__');
    await page.click('model-use');
    await page.draw(seven);
    await expect.poll(() => page.text('digit')).toMatch(/\d/);
  });

  /** Trains until there is a checkpoint of the third epoch or later. */
  async function trainToCheckpoint(): Promise<void> {
    await open('train');
    await train(400);
    await expect.poll(epoch, { timeout: 60_000 }).toBeGreaterThan(2);
    const before = await checkpoints();
    await expect.poll(checkpoints).toBeGreaterThan(before);
  }

  /** Expects the run to continue where it was, not from the start, and stops it. */
  async function expectResumed(): Promise<void> {
    await expect.poll(epoch).toBeGreaterThan(0); // its first report
    expect(await epoch()).toBeGreaterThan(2);
    await page.click('train-stop');
    await expect.poll(state).toBe('finished');
  }

  test.runIf(storesRuns)('resumes a run from its checkpoint after a reload', async () => {
    await trainToCheckpoint();
    await page.reload();
    await page.click('interrupted-resume');
    await expectResumed();
  });

  test.skipIf(storesRuns)(
    'resumes a run that can’t be stored from a file after a reload',
    async () => {
      await trainToCheckpoint();
      const checkpoint = await saved('checkpoint-save', '.checkpoint');
      await expect.poll(checkpoint).toContain('inkling2');
      await page.reload();
      await load();
      await page.choose(
        'checkpoint-load',
        written('saved.checkpoint', Buffer.from(checkpoint(), 'latin1')),
      );
      await expectResumed();
    },
  );

  test('stores a correction and learns it', async () => {
    await open();
    await page.draw(seven);
    await reads('7');
    await page.press('2');
    await reads('2');
    await page.reload();
    await expect.poll(() => page.text('corrections-summary')).toContain('1');
    await page.clickOn('#title-corrections button');
    await page.click('learn');
    await expect.poll(() => page.text('learned')).toContain('1');
  });

  test('works without its host after the first visit', async () => {
    const host = await open();
    const isStored = () => page.driver.evaluate(async () => Boolean(await caches.match('./')));
    await expect.poll(isStored).toBe(true);
    await host.stop();
    await page.open(host.url);
    await page.draw(seven);
    await reads('7');
  });

  test('changes the language and remembers it', async () => {
    await open();
    const language = () =>
      page.driver.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    await page.select('language', 'ar');
    await expect.poll(language).toEqual(['ar', 'rtl']);
    await page.reload();
    await expect.poll(language).toEqual(['ar', 'rtl']);
    await page.draw(seven);
    await reads('7');
  });

  test('is isolated at once with its host’s headers', async () => {
    await page.driver.open(inject('url'));
    expect(await page.driver.evaluate(() => crossOriginIsolated)).toBe(true);
  });
}
