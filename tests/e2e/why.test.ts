import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { goTo, type OpenOptions, open } from './browser';
import { written } from './data';
import { answer, one, padBox, type Strokes, seven, write } from './handwriting';
import { digits, hard, painted, plain } from './paper';

/** Runs in the page before its own scripts: records the calls to the engines. */
function recordCalls(): void {
  const post = Worker.prototype.postMessage;
  const calls: string[] = [];
  Object.assign(globalThis, { calls });
  Worker.prototype.postMessage = function (this: Worker, message: { name?: string }) {
    if (message.name) calls.push(message.name);
    post.call(this, message);
  };
}

const calls = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls);

async function openListening(options: OpenOptions = {}): Promise<Page> {
  const page = await open({ ...options, view: 'about' });
  await page.addInitScript(recordCalls);
  await page.reload();
  await goTo(page, 'read');
  return page;
}

/** Toggles the card, and scrolls back to the pad. */
async function toggle(page: Page, name: 'Show' | 'Hide'): Promise<void> {
  await page.getByRole('button', { name: `${name} Why` }).click();
  await page.evaluate(() => scrollTo(0, 0));
}

/** Returns the heat map's description, once it is for the newest answer. */
async function explained(page: Page): Promise<string> {
  await answer(page);
  await page.locator('[data-testid=why-map][aria-busy=false]').waitFor();
  return (await page.getByTestId('heat-map').getAttribute('aria-label')) ?? '';
}

/** A 7 with a slanted bar, so that there is evidence for another digit. */
const slanting: Strokes = [
  [
    [25, 20],
    [40, 23],
    [55, 27],
    [70, 30],
    [65, 40],
    [60, 50],
    [55, 60],
    [52, 74],
    [50, 88],
  ],
];

describe('why', () => {
  test('shows pixels for the answer and for the runner-up', async () => {
    const page = await openListening();
    await write(page, slanting);
    expect(await answer(page)).toBe('7');
    await toggle(page, 'Show');
    expect(await explained(page)).toMatch(
      /^Heat map of your drawing\. Evidence for 7: strongest in the .+\. Evidence for \d: strongest in the .+\.$/,
    );
    const map = page.getByTestId('heat-map');
    expect(await map.locator('.answer').count()).toBeGreaterThan(1);
    expect(await map.locator('.rival').count()).toBeGreaterThan(0);
    await page.getByText('evidence for 7', { exact: true }).waitFor();
  });

  test('compares the answer with a correction', async () => {
    const page = await openListening();
    await write(page, seven);
    await answer(page);
    await toggle(page, 'Show');
    await explained(page);
    await page.getByTestId('bars').locator('li button').nth(4).click();
    await page.getByText('evidence for 4', { exact: true }).waitFor();
    await page.getByText('evidence for 7', { exact: true }).waitFor();
  });

  test('shows the output of each layer, and the last one’s ranking', async () => {
    const page = await openListening();
    await write(page, seven);
    await answer(page);
    await toggle(page, 'Show');
    await explained(page);
    const layers = page.getByTestId('layers').locator('li');
    expect(await layers.count()).toBeGreaterThan(1);
    await layers
      .first()
      .getByText(/channels, \d+ × \d+/)
      .waitFor();
    await page.getByRole('img', { name: /^From the highest .*: 7, / }).waitFor();
    const inked = await layers
      .first()
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const pixels = canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.filter((value, at) => at % 4 === 3 && value > 0).length;
      });
    expect(inked).toBeGreaterThan(100);
  });

  test('follows the pen without delaying answers', async () => {
    const page = await openListening();
    await write(page, one);
    await answer(page);
    await toggle(page, 'Show');
    expect(await explained(page)).toContain('Evidence for 1');
    await page.keyboard.press('Escape');
    const { x, y, width, height } = await padBox(page);
    const [left, right, top] = [x + width / 2 - 70, x + width / 2 + 60, y + 40];
    await page.mouse.move(left, top);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) {
      await page.mouse.move(left + ((right - left) * step) / 20, top);
      await answer(page);
      expect(await page.getByTestId('digit').count()).toBe(1);
    }
    await page.mouse.move(left + 40, y + height - 40, { steps: 20 });
    expect(await answer(page)).toBe('7');
    expect(await explained(page)).toContain('Evidence for 7');
    await page.mouse.up();
  });

  test('shows the selected digit', async () => {
    const page = await openListening();
    const beside = seven.map((stroke) => stroke.map(([x, y]): [number, number] => [x + 60, y]));
    await write(page, [...one, ...beside]);
    expect(await answer(page)).toBe('17');
    await toggle(page, 'Show');
    expect(await explained(page)).toContain('Evidence for 1');
    await page.getByTestId('digit').nth(1).click();
    expect(await explained(page)).toContain('Evidence for 7');
  });

  test('is empty before anything is drawn and after clearing', async () => {
    const page = await openListening();
    await toggle(page, 'Show');
    await page.getByText('Write something to see which pixels').waitFor();
    await write(page, one);
    await explained(page);
    await page.keyboard.press('Escape');
    await page.getByText('Write something to see which pixels').waitFor();
    expect(await page.getByTestId('heat-map').count()).toBe(0);
  });

  test('doesn’t call the engine while closed', async () => {
    const page = await openListening();
    await write(page, seven);
    await answer(page);
    expect(await calls(page)).not.toContain('explain');
    await toggle(page, 'Show');
    await explained(page);
    expect(await calls(page)).toEqual(expect.arrayContaining(['activations', 'explain']));
    await toggle(page, 'Hide');
    const before = (await calls(page)).filter((name) => name !== 'read');
    await write(page, one);
    await answer(page);
    expect((await calls(page)).filter((name) => name !== 'read')).toEqual(before);
    expect(await page.getByTestId('heat-map').count()).toBe(0);
  });
});

describe('the steps of reading a picture', () => {
  const images = (page: Page) => page.getByTestId('why-steps').getByRole('listitem');
  const widths = (page: Page) =>
    images(page)
      .locator('img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));

  test('are shown next to its digits, and disappear with it', async () => {
    const page = await open();
    await page
      .getByTestId('picture-file')
      .setInputFiles(written('digits.png', await painted(page, digits, hard)));
    await answer(page);
    await page.getByRole('button', { name: 'Show Why' }).click();
    await expect.poll(() => widths(page)).toEqual(new Array(4).fill(hard.width));
    expect(await images(page).allInnerTexts()).toContain('Printed lines, ignored');
    await page.getByTestId('heat-map').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByTestId('back-to-pad').click();
    await expect.poll(() => page.getByTestId('why-steps').count()).toBe(0);
  });

  test('show what happened to a picture without digits', async () => {
    const page = await open();
    await page
      .getByTestId('picture-file')
      .setInputFiles(written('blank.png', await painted(page, [], plain)));
    await page.getByRole('button', { name: 'Show Why' }).click();
    await expect.poll(() => widths(page)).toEqual(new Array(4).fill(plain.width));
  });
});
