// Steps shared by all measurements of the page.

/** Opens the page in a fresh profile. */
export async function openFresh(browser, url) {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  return { context, page, open: (view) => page.goto(`${url}#${view}`, { waitUntil: 'commit' }) };
}

/** Measures from choosing the file to its summary on the page, after the page has started. */
export async function readCsv(page, csv) {
  await page.locator('[data-testid=preset] option').first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const input = document.querySelector('[data-testid=data-file]');
    window.read = new Promise((resolve) => {
      input.addEventListener(
        'change',
        () => {
          const start = performance.now();
          const look = () => {
            const text = document.querySelector('[data-testid=data-summary]')?.textContent ?? '';
            if (text.includes('42,000')) resolve(performance.now() - start);
            else requestAnimationFrame(look);
          };
          look();
        },
        { capture: true },
      );
    });
  });
  await page.getByTestId('data-file').setInputFiles(csv);
  return page.evaluate(() => window.read);
}

export const inState = (page, state) =>
  page.locator(`[data-testid=train-progress][data-state=${state}]`).waitFor({ state: 'attached' });
