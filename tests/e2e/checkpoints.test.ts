import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launch, makeFaster, open, runIs, url } from './browser';
import { trainCsv, written } from './data';
import { plainHost } from './plainHost';

const csv = written('nothing-lost.csv', trainCsv(1500));
const epochs = 14;

/** A run as the page stores it. */
interface Saved {
  rows: { epoch: number; training_loss: number | null; validation_loss: number | null }[];
  model_sha256: string;
}

async function load(page: Page): Promise<void> {
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('1,500').waitFor();
}

async function begin(page: Page, count = epochs): Promise<void> {
  await load(page);
  await page.getByTestId('preset').selectOption('fast');
  await page.getByTestId('epochs').fill(String(count));
  await page.getByTestId('train-start').click();
}

const epoch = async (page: Page) =>
  Number(await page.getByTestId('train-progress').getAttribute('data-epoch'));

/** Trains to the middle of an epoch, shortly after a checkpoint. */
async function inMidEpoch(page: Page): Promise<void> {
  await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await page.getByTestId('train-pause').click();
  const bar = page.getByTestId('train-progress');
  await expect.poll(() => bar.getAttribute('data-checkpoints'), { timeout: 20_000 }).not.toBe('0');
  await page.getByTestId('train-pause').click();
  await runIs(page, 'running');
}

async function saved(page: Page, testid: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(testid).first().click(),
  ]);
  return readFileSync(await download.path());
}

const course = ({ rows }: Saved) => rows.filter((row) => row.training_loss !== null);

/** Returns the result of a run: the hash of its weights, and its curves. */
async function outcome(page: Page): Promise<Saved> {
  await runIs(page, 'finished');
  const run: Saved = JSON.parse((await saved(page, 'run-save')).toString());
  const model = createHash('sha256').update(await saved(page, 'model-save'));
  expect(run.model_sha256).toBe(model.digest('hex'));
  return run;
}

let undisturbed: Saved;

/** Expects identical weights, and every epoch with the same values. */
function expectTheSame(run: Saved): void {
  expect(run.model_sha256).toBe(undisturbed.model_sha256);
  expect(course(run).map((row) => row.epoch)).toEqual(
    Array.from({ length: epochs }, (_, at) => at + 1),
  );
  expect(course(run)).toMatchObject(
    course(undisturbed).map(({ epoch, training_loss, validation_loss }) => ({
      epoch,
      training_loss,
      validation_loss,
    })),
  );
  const places = run.rows.map((row) => row.epoch);
  expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
}

async function quota(page: Page, bytes: number): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(url).origin,
    quotaSize: bytes,
  });
  return devtools;
}

beforeAll(async () => {
  const page = await open({ view: 'train' });
  await begin(page);
  undisturbed = await outcome(page);
  await page.context().close();
}, 120_000);

describe('the browser asks before leaving the page', () => {
  /** Whether the browser asks before leaving. (Chromium crashes when such a page is closed.) */
  async function asks(page: Page): Promise<boolean> {
    const dialog = page.waitForEvent('dialog', { timeout: 2000 }).then(
      async (dialog) => {
        await dialog.dismiss();
        return dialog.type() === 'beforeunload';
      },
      () => false,
    );
    await page.evaluate(() => void setTimeout(() => location.reload()));
    return dialog;
  }

  test('while a run can’t be saved for lack of space', async () => {
    const page = await open({ view: 'train' });
    await quota(page, 50_000);
    await begin(page, 500);
    await page.locator('[data-testid=checkpoint-problem][data-problem=full]').waitFor();
    expect(await asks(page)).toBe(true);
  });

  test('but not while its checkpoints are saved', async () => {
    const page = await open({ view: 'train' });
    await begin(page, 500);
    await inMidEpoch(page);
    expect(await asks(page)).toBe(false);
  });
});

describe('a training resumes with the same result', () => {
  test('after its worker is killed in mid-epoch', async () => {
    const page = await open({ view: 'train' });
    await begin(page);
    await inMidEpoch(page);
    const [worker] = page.workers().filter((one) => one.url().includes('training'));
    await worker?.evaluate(() => self.close());
    await page.getByTestId('restarted').waitFor();
    expectTheSame(await outcome(page));
  });

  test('after a reload', async () => {
    const page = await open({ view: 'train' });
    await begin(page);
    await inMidEpoch(page);
    await page.reload();
    const downloadBlob = page.getByTestId('interrupted');
    await downloadBlob.getByText('nothing-lost.csv').waitFor();
    await page.getByTestId('interrupted-resume').click();
    await page.getByTestId('data-summary').getByText('1,500').waitFor();
    expect(await page.getByTestId('epochs').count()).toBe(0);
    expectTheSame(await outcome(page));
    await page.reload();
    await page.getByTestId('run-row').waitFor();
    expect(await downloadBlob.count()).toBe(0);
  });

  test('with the rate set during a pause, after a reload', async () => {
    const page = await open({ view: 'train' });
    await begin(page, 500);
    await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(0);
    await page.getByTestId('train-pause').click();
    await runIs(page, 'paused');
    const bar = page.getByTestId('train-progress');
    const checkpoints = async () => Number(await bar.getAttribute('data-checkpoints'));
    await expect.poll(checkpoints, { timeout: 20_000 }).toBeGreaterThan(0);
    const before = await checkpoints();
    await page.getByTestId('rate-halve').click();
    await expect.poll(checkpoints).toBeGreaterThan(before);
    await page.reload();
    await page.getByTestId('interrupted-resume').click();
    await runIs(page, 'running');
    await expect.poll(() => page.getByTestId('rate').getAttribute('data-scale')).toBe('0.5');
  });

  test('warns when storage is full and offers the training as a file', async () => {
    const page = await open({ view: 'train' });
    await quota(page, 50_000);
    await begin(page);
    await inMidEpoch(page);
    await page.locator('[data-testid=checkpoint-problem][data-problem=full]').waitFor();
    const file = written('saved.checkpoint', await saved(page, 'checkpoint-save'));
    expectTheSame(await outcome(page));
    await page.getByTestId('runs-status').getByText('couldn’t store').waitFor();
    await page.reload();
    await load(page);
    await page.getByTestId('checkpoint-load').setInputFiles(file);
    expectTheSame(await outcome(page));
  });

  test('while its tab is hidden', async () => {
    const page = await open({ view: 'train' });
    await begin(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      Object.defineProperty(document, 'hidden', { get: () => true });
      window.requestAnimationFrame = () => 0;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expectTheSame(await outcome(page));
  });
});

/** Opens an insecure page, which gets neither files nor locks. */
async function openUnsafely(): Promise<Page> {
  const host = await plainHost();
  const browser = await launch('--host-resolver-rules=MAP inkling.test 127.0.0.1');
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await makeFaster(page, 'relaxed');
  await page.goto(`${host.url.replace('127.0.0.1', 'inkling.test')}#train`);
  return page;
}

test('shows a notice if storage is denied, and resumes from memory', async () => {
  const page = await openUnsafely();
  await begin(page);
  await inMidEpoch(page);
  await page.locator('[data-testid=checkpoint-problem][data-problem=denied]').waitFor();
  const [worker] = page.workers().filter((one) => one.url().includes('training'));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
  await page.getByTestId('restarted').waitFor();
  await runIs(page, 'finished');
  expect(await epoch(page)).toBe(epochs);
});

test('two pages store separate trainings and don’t take each other’s', async () => {
  const page = await open({ view: 'train' });
  await begin(page);
  await inMidEpoch(page);
  await page.getByTestId('train-pause').click();
  await runIs(page, 'paused');
  const other = await page.context().newPage();
  await makeFaster(other, 'relaxed');
  await other.goto(`${url}#train`);
  await begin(other);
  expect(await other.getByTestId('interrupted').count()).toBe(0);
  const second = await outcome(other);
  expect(second.model_sha256).toBe(undisturbed.model_sha256);
  await page.getByTestId('train-pause').click();
  expectTheSame(await outcome(page));
}, 120_000);
