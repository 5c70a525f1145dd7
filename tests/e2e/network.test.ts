// The network editor, its link, and the settings of a run.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goToNetwork, open, runIs, url } from './browser';
import { trainCsv, written } from './data';

const csv = written('network.csv', trainCsv(400));

async function loaded(page: Page): Promise<Page> {
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('400').waitFor();
  return page;
}

const summary = (page: Page) => page.getByTestId('network-summary').textContent();

async function editor(page: Page): Promise<Page> {
  await page.getByTestId('edit-layers').click();
  await page.getByTestId('layer-editor').waitFor();
  return page;
}

const line = (page: Page) => page.getByTestId('architecture').inputValue();

describe('the network’s layers', () => {
  test('are added, edited, moved by keyboard and removed, with shapes and weights updated at once', async () => {
    const page = await editor(await open({ view: 'train' }));
    await page.getByTestId('layer-4-units').fill('32');
    await page.getByTestId('layer-4').getByText('4,128').waitFor();
    await page.getByTestId('layer-kind').selectOption('dropout');
    await page.getByTestId('layer-add').click();
    expect(await line(page)).toBe(
      'flatten | dense 128 | relu | dense 32 | relu | dropout 0.2 | dense 10',
    );
    await page.getByTestId('layer-6-share').focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await line(page)).toBe(
      'flatten | dense 128 | relu | dense 32 | dropout 0.2 | relu | dense 10',
    );
    await page
      .getByTestId('layer-2')
      .getByRole('button', { name: 'Remove layer 2' })
      .press('Enter');
    expect(await line(page)).toBe('flatten | relu | dense 32 | dropout 0.2 | relu | dense 10');
    await expect
      .poll(() => summary(page), { timeout: 15_000 })
      .toContain('Your own network, 25,450');
    await page.getByTestId('layer-undo').click();
    expect(await line(page)).toContain('dense 128');
    await page.getByTestId('layer-reset').click();
    await expect.poll(() => summary(page), { timeout: 15_000 }).toContain('Tutorial network');
  });

  test('fit on a phone', async () => {
    const page = await editor(await open({ view: 'train', size: { width: 360, height: 740 } }));
    const widest = await page.getByTestId('layer-editor').evaluate((it) => it.scrollWidth);
    const [editing, card] = await Promise.all(
      ['[data-testid=layer-editor]', '#card-network'].map((place) =>
        page.locator(place).boundingBox(),
      ),
    );
    expect(widest).toBeLessThanOrEqual(Math.ceil(editing?.width ?? 0));
    expect(editing?.width).toBeLessThan(card?.width ?? 0);
  });

  test('edited by the person are restored after viewing a preset', async () => {
    const page = await editor(await open({ view: 'train' }));
    const own = 'flatten | dense 16 | relu | dense 10';
    await page.getByTestId('architecture').fill(own);
    await page.getByTestId('preset').selectOption('fast');
    await page.getByTestId('own-back').waitFor();
    expect(await line(page)).not.toBe(own);
    await page.getByTestId('own-back').click();
    expect(await line(page)).toBe(own);
    expect(await page.getByTestId('preset').inputValue()).toBe('article');
    expect(await page.getByTestId('own-back').count()).toBe(0);
  });

  test('are checked while typing, and errors appear at their layer', async () => {
    const page = await loaded(await editor(await open({ view: 'train' })));
    await page.getByTestId('architecture').fill('conv 4x4 8 | relu | dense 10');
    await page
      .getByTestId('layer-1')
      .getByText('Layer 1 (“conv 4x4 8”): write it like “conv 3x3 16”.')
      .waitFor();
    expect(await page.getByTestId('train-start').isDisabled()).toBe(true);
    await page.getByTestId('architecture').fill('conv 3x3 8 | relu | dense 12');
    await page.getByTestId('layer-3').getByText('one output per class').waitFor();
    await page.getByTestId('architecture').fill('conv 5x5 4 valid | relu | pool 4 | dense 10');
    await page.getByTestId('layer-3').getByText('6x6x4').waitFor();
    await expect.poll(() => page.getByTestId('layer-problem').count()).toBe(0);
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    await page.getByTestId('model-use').click();
    await page.getByTestId('tab-about').click();
    await page.getByText('Your own network').first().waitFor();
    await page.getByText('conv 5x5 4 valid | relu | pool 4 | dense 10').waitFor();
  });

  test('are stored over a reload, and open from a shared link', async () => {
    const page = await editor(await open({ view: 'train' }));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByTestId('architecture').fill('flatten | dense 24 | relu | dense 10');
    await page.getByTestId('epochs').fill('3');
    await expect.poll(() => summary(page), { timeout: 15_000 }).toContain('19,090');
    await page.getByTestId('copy-link').click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('#train?preset=article&network=flatten');
    await page.reload();
    await expect
      .poll(() => summary(page), { timeout: 15_000 })
      .toContain('Your own network, 19,090');
    const other = await open({ view: 'about' });
    await other.goto(link);
    await expect
      .poll(() => summary(other), { timeout: 15_000 })
      .toContain('Your own network, 19,090');
    expect(await other.getByTestId('epochs').inputValue()).toBe('3');
    expect(new URL(other.url()).hash).toBe('#train');
  });

  test('in an invalid link are refused with a message', async () => {
    const page = await open({ view: 'about' });
    await page.goto(`${url}#train?network=conv 3x3 8 | pool 40`);
    await page
      .getByTestId('error')
      .getByText('Layer 2 (“pool 40”): write it like “pool 2”.')
      .waitFor();
    expect(await summary(page)).toContain('Tutorial network');
    await page.goto(`${url}#train?epochs=lots`);
    await page.getByTestId('error').getByText('“epochs” to “lots”').waitFor();
  });
});

test('measures the time per epoch for the loaded data', async () => {
  const page = await loaded(await open({ view: 'train' }));
  await page
    .getByTestId('epoch-estimate')
    .getByText(/(About|Under) .* per epoch of 400\simages/)
    .waitFor();
});

describe('settings', () => {
  test('step with the arrow keys in steps that fit their value', async () => {
    const page = await open();
    await goToNetwork(page); // the preset's settings are shown
    const rate = page.getByTestId('learning-rate');
    await rate.fill('0.001');
    await rate.press('ArrowUp');
    expect(await rate.inputValue()).toBe('0.0011');
    for (let times = 0; times < 2; times += 1) await rate.press('ArrowDown');
    expect(await rate.inputValue()).toBe('0.0009');
    // Browsers' own number fields have arrows that step by 1.
    expect(await rate.getAttribute('type')).toBe('text');
    const validation = page.getByTestId('validation');
    await validation.fill('20');
    await validation.press('ArrowUp');
    expect(await validation.inputValue()).toBe('21');
    await page.getByTestId('batch').fill('32');
    await page.getByTestId('batch').press('ArrowDown');
    expect(await page.getByTestId('batch').inputValue()).toBe('31');
  });

  test('change completely with the preset, and show their range when out of it', async () => {
    const page = await loaded(await open({ view: 'train' }));
    await page.getByTestId('preset').selectOption('accurate');
    await page.getByTestId('more-settings').locator('summary').click();
    expect(await page.getByTestId('optimiser').inputValue()).toBe('muon');
    expect(await page.getByTestId('schedule').inputValue()).toBe('cosine');
    expect(await page.getByTestId('average').inputValue()).toBe('0.995');
    expect(await page.getByTestId('label-smoothing').inputValue()).toBe('0.05');
    await page.getByTestId('weight-decay').fill('3');
    await page.getByText('Enter a number from 0 to 1.').waitFor();
    expect(await page.getByTestId('train-start').isDisabled()).toBe(true);
    await page.getByTestId('weight-decay').fill('0.02');
    expect(await page.getByTestId('train-start').isEnabled()).toBe(true);
  });

  test('draw the curve of the schedule’s rates', async () => {
    const page = await open({ view: 'train' });
    await page
      .getByTestId('schedule-curve')
      .getByText('Learning rate: constant at 0.001')
      .waitFor();
    await page.getByTestId('schedule').selectOption('one-cycle');
    await page.getByTestId('learning-rate').fill('0.01');
    await page
      .getByTestId('schedule-curve')
      .getByText('0.0004 at the start, 0.01 at most')
      .waitFor();
  });

  test('preview the person’s own images augmented with the chosen strengths', async () => {
    const page = await loaded(await open({ view: 'train' }));
    await page.getByTestId('augment').check();
    const preview = page.getByTestId('augment-preview');
    await expect.poll(() => preview.locator('canvas').count()).toBe(36);
    const changed = () =>
      preview
        .locator('canvas')
        .nth(1)
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const before = await changed();
    await page.getByText('Augmentation strength').click();
    await page.getByTestId('augment-rotation').fill('90');
    await expect.poll(changed).not.toBe(before);
  });

  test('end a run early when patience runs out, with the best weights', async () => {
    const page = await loaded(await open({ view: 'train' }));
    await page.getByTestId('more-settings').locator('summary').click();
    await page.getByTestId('epochs').fill('900');
    await page.getByTestId('learning-rate').fill('0.03'); // so high that it soon stops improving
    await page.getByTestId('average').fill('0');
    await page.getByTestId('patience').fill('2');
    await page.getByTestId('validation').fill('0');
    await page.getByText('Needs validation images').waitFor();
    await page.getByTestId('validation').fill('20');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    const progress = page.getByTestId('train-progress');
    const epochs = Number(await progress.getAttribute('data-epoch'));
    expect(epochs).toBeLessThan(900);
    await page.getByText(`Stopped early after ${epochs}`).waitFor();
    await page.getByText(`Weights from epoch ${epochs - 2}`).waitFor();
  });
});

test('the rate is halved during training and reset to the schedule', async () => {
  const page = await loaded(await open({ view: 'train' }));
  await page.getByTestId('epochs').fill('900');
  await page.getByTestId('train-start').click();
  const rate = () => page.getByTestId('rate-now').textContent();
  await expect.poll(rate).toBe('0.001');
  await page.getByTestId('rate-halve').click();
  await page.getByText('0.5 × the schedule').waitFor();
  await expect.poll(rate).toBe('0.0005');
  await page.getByTestId('rate-reset').click();
  await expect.poll(rate).toBe('0.001');
  await page.getByTestId('train-stop').click();
  await runIs(page, 'finished');
});
