import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, open, runIs, url } from './browser';
import { root, trainCsv, written } from './data';
import { answer, seven, write } from './hand';

const axe = readFileSync(
  createRequire(join(root, 'web/package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** A colour half way through its change is nobody's choice: waits until all have arrived. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => !(animation instanceof CSSTransition)),
  );
}

/** What axe-core finds wrong with the page as it is now. */
async function violations(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('access', () => {
  for (const dark of [false, true]) {
    for (const phone of [false, true]) {
      test(`axe finds nothing, ${dark ? 'dark' : 'light'}, ${phone ? 'phone' : 'desktop'}`, async () => {
        const page = await open({ dark, phone });
        await page.getByText('stays on this device').waitFor();
        expect(await violations(page), 'empty pad').toEqual([]);
        await write(page, seven);
        await answer(page);
        expect(await violations(page), 'read').toEqual([]);
        await goTo(page, 'train');
        await page.getByText('109,386').first().waitFor();
        expect(await violations(page), 'nothing loaded').toEqual([]);
        await page.getByTestId('data-file').setInputFiles(written('axe.csv', trainCsv(200)));
        await page.getByTestId('data-summary').getByText('200').waitFor();
        await page.getByTestId('epochs').fill('2');
        await page.getByTestId('train-start').click();
        await runIs(page, 'finished');
        await page.getByTestId('data-file').setInputFiles(written('bad.csv', 'a,b\n1,2\n'));
        await page.getByTestId('error').waitFor();
        expect(await violations(page), 'trained').toEqual([]);
        await goTo(page, 'about');
        expect(await violations(page), 'about').toEqual([]);
      });
    }
  }

  test('the rooms are walked through with the arrow keys', async () => {
    const page = await open();
    await page.getByTestId('tab-read').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('train-start').waitFor();
    expect(page.url()).toMatch(/#train$/);
    expect(await page.getByTestId('tab-train').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'About Inkling' }).waitFor();
  });

  test('the answer is said to screen readers when the pen rests', async () => {
    const page = await open();
    await write(page, seven);
    await page
      .locator('[aria-live=polite]')
      .getByText(/^7, .* sure$/)
      .waitFor();
  });

  test('nothing is wider than a phone of 360 pixels', async () => {
    const page = await open({ phone: true });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const room of ['read', 'train', 'about'] as const) {
      await goTo(page, room);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, room).toBe(360);
    }
  });

  test('the colours follow the switch and are remembered', async () => {
    const page = await open();
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: 'Colours' }).click(); // light
    await page.getByRole('button', { name: 'Colours' }).click(); // dark
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.getByTestId('pad').waitFor();
    expect(await ground()).toBe(dark);
  });
});

describe('safety', () => {
  test('page and worker come with the policy that keeps everything here', async () => {
    const page = await open();
    const html = await (await fetch(url)).text();
    const script = html.match(/src="\.\/(assets\/[^"]+\.js)"/)?.[1];
    for (const path of ['', script ?? 'missing']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('even a page that wanted to could send nothing to another origin', async () => {
    let asked = 0;
    const other = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    const page = await open({ provoked: /Content Security Policy|Failed to fetch|violates/ });
    await page
      .evaluate((address) => fetch(address), `http://127.0.0.1:${port}/`)
      .then(
        () => expect.fail('it was sent'),
        () => {},
      );
    other.close();
    expect(asked).toBe(0);
  });
});

/** Throws where nobody catches, as a bug or a trap would. */
async function breakWorker(page: Page, name: 'reading' | 'training'): Promise<void> {
  // A thread of the engine sleeps until there is work, and answers nobody.
  for (const worker of page.workers().filter((one) => !one.url().endsWith('-threads.js'))) {
    await worker.evaluate((wanted) => {
      if (self.name !== wanted) return;
      setTimeout(() => {
        throw new Error('broken on purpose');
      });
    }, `inkling ${name}`);
  }
  await page.waitForTimeout(100);
}

describe('an engine in trouble', () => {
  test('that cannot start is told of, and starts when it can', async () => {
    const page = await open({ provoked: /./ });
    await page.route('**/*.wasm', (route) => route.abort());
    await page.reload();
    await page.getByTestId('error').waitFor();
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('SIMD').first().waitFor();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('that breaks is started again with the same model', async () => {
    const page = await open({ provoked: /broken on purpose/ });
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await breakWorker(page, 'reading');
    await page.keyboard.press('Escape');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('that breaks while it trains ends the run, keeps the data and can begin again', async () => {
    const page = await open({ room: 'train', provoked: /broken on purpose/ });
    await page.getByTestId('data-file').setInputFiles(written('broken.csv', trainCsv(300)));
    await page.getByTestId('data-summary').getByText('300').waitFor();
    await page.getByTestId('epochs').fill('900');
    await page.getByTestId('train-start').click();
    await runIs(page, 'running');
    await breakWorker(page, 'training');
    await runIs(page, 'failed');
    expect(await page.getByTestId('error').textContent()).toMatch(/stopped unexpectedly/);
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    expect(await page.getByTestId('error').count()).toBe(0);
  });

  test('a model that cannot be fetched again leaves the one in use', async () => {
    const page = await open({ room: 'train', provoked: /ERR_FAILED/ });
    await page.getByTestId('model-in-use').waitFor();
    await page
      .getByTestId('model-load')
      .setInputFiles(join(root, 'web/public/model/inkling.safetensors'));
    await page.getByTestId('model-in-use').getByText('loaded from a file').waitFor();
    await page.route('**/inkling.safetensors', (route) => route.abort());
    await page.getByTestId('model-shipped').click();
    expect(await page.getByTestId('error').textContent()).toMatch(/not answer.*still in use/);
    await goTo(page, 'read');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('a training room that cannot be fetched says so, and comes when it can', async () => {
    const page = await open({ provoked: /./ });
    await page.route('**/TrainRoom-*.js', (route) => route.abort());
    await page.reload();
    await goTo(page, 'train');
    await page.getByTestId('error').getByText('could not be fetched').waitFor();
    await page.unroute('**/TrainRoom-*.js');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByTestId('train-start').waitFor();
  });

  test('a page without its model says so and still trains', async () => {
    const page = await open({ provoked: /404/ });
    await page.route('**/inkling.safetensors', (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await page.getByText('There is no model here yet.').waitFor();
    await goTo(page, 'train');
    await page.getByTestId('data-sample').click();
    await page.getByTestId('data-summary').getByText('4,000').waitFor();
  });
});
