import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { open, runIs, validationAccuracy } from './browser';
import { testCsv, trainCsv, written } from './data';

const csv = written('article.csv', trainCsv(600).replace(/,0,0,/, ',,x,'));

describe('the tutorial', () => {
  test('leads from a train.csv to a submission.csv by its own buttons', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('tutorial-begin').click();
    const next = page.getByTestId('tutorial-next');
    expect(await next.isDisabled()).toBe(true);
    await page.getByTestId('tutorial-missing').getByText('Choose labelled data').waitFor();
    const source = page.getByTestId('tutorial-source');
    expect(await source.getAttribute('href')).toBe(
      'https://www.kaggle.com/competitions/digit-recognizer',
    );
    await page.getByTestId('data-file').setInputFiles(csv);
    await page.getByText('600 × 785').waitFor();
    const says = async (title: string, ...facts: RegExp[]) => {
      await next.click();
      await page
        .getByTestId('tutorial')
        .getByRole('heading', { name: title, exact: true })
        .waitFor();
      const text = (await page.getByTestId('tutorial').textContent()) ?? '';
      for (const fact of facts) expect(text, title).toMatch(fact);
    };
    await says('Separate labels and pixels', /600\u00a0labels/, /600 × 784 pixels/);
    await says('Fix missing values', /2.*values/);
    await says('Divide by 255', /Before.*\d{3}.*After.*0\.\d/s);
    await says('Reshape', /600 × 28 × 28 × 1/);
    await says('One-hot encoding', /0 becomes\s*1\s*0/);
    await says('Hold out a validation set', /480\s*training images/, /120\s*validation images/);
    await says('Build the network', /109,386/);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: 'Hold out a validation set' }).waitFor();
    await says('Build the network');
    expect(await violations(page)).toEqual([]);
    expect(await page.getByTestId('tutorial-network').isDisabled()).toBe(true); // the first page
    await says('Train');
    expect(await next.isDisabled()).toBe(true);
    await page.getByTestId('tutorial-missing').getByText('Train the network').waitFor();
    await page.getByTestId('epochs').fill('3');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    expect(await page.getByTestId('tutorial-epochs').locator('tbody tr').count()).toBe(3);
    await says('Evaluate and predict', /120 validation images/);
    await page.getByTestId('test-file').setInputFiles(written('t.csv', testCsv(30)));
    const saving = page.waitForEvent('download');
    await page.getByTestId('submission').click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    expect(saved.split('\n')).toHaveLength(32);
    expect(await page.getByText(/^Predicted: \d$/).count()).toBeGreaterThan(9);
    await page.getByTestId('tutorial-finish').click();
    await page.getByTestId('tutorial-begin').waitFor();
  });
});

test('arrow keys in a step’s gallery move between images, not steps', async () => {
  const page = await open({ view: 'train' });
  await page.getByTestId('tutorial-begin').click();
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByText('600 × 785').waitFor();
  const title = await page.locator('#tutorial-step').textContent();
  await page.getByTestId('all-images').click();
  const gallery = page.getByTestId('gallery');
  await gallery.focus();
  await page.keyboard.press('ArrowRight');
  expect(await gallery.getAttribute('aria-activedescendant')).toBe('image-1');
  for (let left = 0; left < 3; left += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  expect(await gallery.getAttribute('aria-activedescendant')).toBe('image-1');
  expect(await page.locator('#tutorial-step').textContent()).toBe(title);
  await page.locator('#tutorial-step').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Separate labels and pixels' }).waitFor();
});

test('each step of the tutorial fits on a phone', async () => {
  const page = await open({ view: 'train', phone: true, size: { width: 360, height: 740 } });
  await page.getByTestId('tutorial-begin').click();
  await page.getByTestId('data-file').setInputFiles(written('phone.csv', trainCsv(50)));
  await page.getByTestId('data-summary').getByText('50').waitFor();
  for (let step = 1; step < 8; step += 1) {
    await page.getByTestId('tutorial-next').click();
    await page.getByText(`step ${step + 1} of 10`).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${step}`).toBe(360);
  }
});

test.each([
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
])('Next stays at the bottom of a %s’s window from step to step', async (kind, size) => {
  const page = await open({ view: 'train', phone: kind === 'phone', size });
  await page.getByTestId('tutorial-begin').click();
  await page.getByTestId('data-file').setInputFiles(written('place.csv', trainCsv(50)));
  const next = page.getByTestId('tutorial-next');
  for (let step = 2; step < 9; step += 1) {
    await next.click();
    await page.getByText(`step ${step} of 10`).waitFor();
    const { y = 0, height = 0 } = (await next.boundingBox()) ?? {};
    const below = size.height - y - height;
    expect(below, `step ${step}`).toBeGreaterThanOrEqual(0);
    expect(below, `step ${step}`).toBeLessThan(20);
  }
});

describe('a first visit', () => {
  test('leads with sample data to a good network in two clicks', async () => {
    const page = await open({ view: 'train' });
    const begun = Date.now();
    await page.getByTestId('data-sample').click();
    await page.getByTestId('data-summary').getByText('4,000').waitFor();
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    console.log(`sample data: ${await validationAccuracy(page)} in ${Date.now() - begun} ms`);
    expect(await page.getByTestId('preset').inputValue()).toBe('fast');
    await page.getByTestId('drawn-data').getByText('Real handwriting is harder').waitFor();
    expect(await validationAccuracy(page)).toBeGreaterThan(0.95);
  });

  test('shows that sample data change the preset, and can switch back', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-sample').click();
    const notice = page.getByTestId('preset-suggested');
    await notice.getByText('Preset changed to “Fast”').waitFor();
    await notice.getByRole('button', { name: 'Switch back to “Tutorial network”' }).click();
    expect(await page.getByTestId('preset').inputValue()).toBe('article');
    expect(await notice.count()).toBe(0);
  });
});

test('the tutorial asks for its own network before it continues', async () => {
  const page = await open({ view: 'train' });
  await page.getByTestId('preset').selectOption('fast');
  await page.getByTestId('tutorial-begin').click();
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByText('600 × 785').waitFor();
  const next = page.getByTestId('tutorial-next');
  for (let step = 1; step < 8; step += 1) await next.click();
  expect(await next.isDisabled()).toBe(true);
  await page.getByTestId('tutorial-network').click();
  await next.click();
  await page.getByText('step 9 of 10').waitFor();
});

test('on a phone, the tutorial’s text is aligned with its button', async () => {
  const page = await open({ view: 'train', phone: true, size: { width: 360, height: 640 } });
  const left = (element: Element) => element.getBoundingClientRect().left;
  const icon = await page.getByTestId('tutorial-begin').locator('svg').evaluate(left);
  const note = await page.locator('.guide p').evaluate(left);
  expect(Math.abs(icon - note)).toBeLessThan(4);
});
