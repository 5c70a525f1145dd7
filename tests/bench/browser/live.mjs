// Measures how fast the pad answers while a network is trained in the page's other worker.
import { inState, openFresh, readCsv } from './pageSteps.mjs';

/**
 * Runs in the page: draws this many ones, one point per frame. Returns the milliseconds from each one's last
 * point to its answer, which the next frame shows.
 */
async function writeOnes(count) {
  const byId = (id) => document.querySelector(`[data-testid=${id}]`);
  const pad = byId('pad');
  const answer = byId('reading').closest('section');
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const answered = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (answer.getAttribute('aria-busy') !== 'false') return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(answer, { attributeFilter: ['aria-busy'] });
    });
  const { left, top, width, height } = pad.getBoundingClientRect();
  const touch = (type, share) =>
    pad.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + width / 2,
        clientY: top + height * (0.15 + 0.7 * share),
        pointerId: 1,
        pointerType: 'pen',
        buttons: type === 'pointerup' ? 0 : 1,
        bubbles: true,
      }),
    );
  const times = [];
  for (let one = 0; one < count; one++) {
    byId('clear').click();
    await frame();
    touch('pointerdown', 0);
    for (let point = 1; point < 12; point++) {
      await frame();
      touch('pointermove', point / 12);
    }
    while (answer.getAttribute('aria-busy') !== 'false') await frame();
    await frame();
    const shown = answered();
    const start = performance.now();
    touch('pointermove', 1);
    touch('pointerup', 1);
    times.push((await shown) - start);
  }
  return times;
}

const share = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)];

const enter = (page, view) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, view);

export async function answerWhileTraining(browser, url, { csv, quick, add, skip }) {
  if (!csv) return skip('answers while training', new Error('INKLING_DATA has no train.csv.gz'));
  const { context, page, open } = await openFresh(browser, url);
  await open('train');
  await page.getByTestId('data-file').waitFor({ state: 'attached' });
  await readCsv(page, csv);
  await page.getByTestId('preset').selectOption('accurate');
  await page.getByTestId('train-start').click();
  await inState(page, 'running');
  await enter(page, 'read');
  await page.getByTestId('pad').waitFor();
  const times = await page.evaluate(writeOnes, quick ? 10 : 200);
  await enter(page, 'train');
  await inState(page, 'running'); // still training
  await context.close();
  times.sort((a, b) => a - b);
  const [least, median, late, most] = [0, 0.5, 0.95, 1].map((part) => share(times, part));
  const row = { who: 'page', threads: 2, unit: 'ms', least, most };
  add({ ...row, name: 'answer-while-training', median });
  add({ ...row, name: 'answer-while-training/p95', median: late });
}
