// What every measurement of the page does in it.

/** Opens the page in a profile of its own, which keeps nothing of it for later. */
export async function openFresh(browser, url) {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  return { context, page, open: (view) => page.goto(`${url}#${view}`, { waitUntil: 'commit' }) };
}

/** From the file's choice to its facts on the page, whose start is over. */
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
