import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { EngineName } from '#web/protocol/calls';
import { goTo, open, runIs, url } from './browser';
import { root, trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { digits, painted, plain } from './paper';

test('scrolls into view immediately, and opens views at the top', async () => {
  const page = await open({ view: 'train', phone: true });
  await page.getByTestId('preset').waitFor();
  const scrolled = await page.evaluate(() => {
    document.getElementById('card-run')?.scrollIntoView();
    return scrollY;
  });
  expect(scrolled).toBeGreaterThan(0);
  await goTo(page, 'read');
  await page.getByTestId('pad').waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

describe('security', () => {
  test('page and worker have the CSP that blocks other origins', async () => {
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

  test('the page can’t send anything to another origin, even on purpose', async () => {
    let requests = 0;
    const other = createServer((_, response) => {
      requests += 1;
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
    expect(requests).toBe(0);
  });
});

/** Throws an uncaught error, like a bug or a trap. */
async function breakWorker(page: Page, name: EngineName): Promise<void> {
  // The engine's threads sleep until there is work, and can't respond.
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

describe('an engine failure', () => {
  test('at startup shows an error, and can be retried', async () => {
    const page = await open({ provoked: /./ });
    await page.route('**/*.wasm', (route) => route.abort());
    await page.reload();
    await page.getByTestId('error').waitFor();
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('stays on this device').waitFor();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('restarts the engine with the same model', async () => {
    const page = await open({ provoked: /broken on purpose/ });
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await breakWorker(page, 'reading');
    await page.keyboard.press('Escape');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('on a picture restarts the engine for the next one, without affecting the drawing', async () => {
    const page = await open({ provoked: /broken on purpose/ });
    const picture = written('digits.png', await painted(page, digits, plain));
    for (let time = 0; time < 2; time++) {
      await page.getByTestId('picture-file').setInputFiles(picture);
      await page.getByTestId('picture').waitFor();
      expect(await answer(page)).toBe('717');
      await breakWorker(page, 'pictures');
      await page.getByTestId('back-to-pad').click();
    }
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('during training resumes by itself, keeps the data and allows a new run', async () => {
    const page = await open({ view: 'train', provoked: /broken on purpose/ });
    await page.getByTestId('data-file').setInputFiles(written('broken.csv', trainCsv(300)));
    await page.getByTestId('data-summary').getByText('300').waitFor();
    await page.getByTestId('epochs').fill('900');
    await page.getByTestId('train-start').click();
    await runIs(page, 'running');
    await breakWorker(page, 'training');
    await page.getByTestId('restarted').waitFor();
    await runIs(page, 'running');
    await page.getByTestId('train-stop').click();
    await runIs(page, 'finished');
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    expect(await page.getByTestId('error').count()).toBe(0);
  });

  test('keeps the current model if another can’t be loaded', async () => {
    const page = await open({ view: 'train', provoked: /ERR_FAILED/ });
    await page.getByTestId('model-in-use').waitFor();
    await page
      .getByTestId('model-load')
      .setInputFiles(join(root, 'web/public/model/inkling.safetensors'));
    await page.getByTestId('model-in-use').getByText('from a file').waitFor();
    await page.route('**/inkling.safetensors', (route) => route.abort());
    await page.getByTestId('model-shipped').click();
    expect(await page.getByTestId('error').textContent()).toMatch(
      /couldn’t be downloaded.*still in use/,
    );
    await goTo(page, 'read');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
  });

  test('shows an error if the training view can’t be loaded, and can be retried', async () => {
    const page = await open({ provoked: /./ });
    await page.route('**/train-*.js', (route) => route.abort());
    await page.reload();
    await goTo(page, 'train');
    await page.getByTestId('error').getByText('couldn’t be loaded').waitFor();
    await page.unroute('**/train-*.js');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByTestId('train-start').waitFor();
  });

  test('shows a message without a model, and still trains', async () => {
    const page = await open({ provoked: /404/ });
    await page.route('**/inkling.safetensors', (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await page.getByText('There’s no model yet.').waitFor();
    await goTo(page, 'train');
    await page.getByTestId('data-sample').click();
    await page.getByTestId('data-summary').getByText('4,000').waitFor();
  });
});
