// A real Chromium with the page, and the checks that every test makes.
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export const url = inject('url');

let browser: Browser;
const opened: { page: Page; complaints: string[] }[] = [];

/** Launches a second browser with options of its own. */
export function launch(...options: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...options,
    ],
  });
}

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser.close());

afterEach(async () => {
  const all = opened.splice(0);
  await Promise.all(all.map(({ page }) => page.context().close()));
  expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
});

const elsewhere = (request: Request, host: string) =>
  new URL(request.url()).origin !== new URL(host).origin && !/^(blob|data):/.test(request.url());

export type View = 'read' | 'sheets' | 'train' | 'about';

export interface OpenOptions {
  view?: View;
  phone?: boolean;
  dark?: boolean;
  /** Window size, overriding the device's. */
  size?: { width: number; height: number };
  /** Emulates forced colours. */
  forcedColours?: boolean;
  stillness?: boolean; // Emulates prefers-reduced-motion.
  /** The browser's preferred language. */
  locale?: string;
  /** Console errors that the test provokes deliberately. */
  provoked?: RegExp;
  /** The page's URL on another host than the one with headers. */
  host?: string;
  /** Off in most tests, so that they see every request. */
  serviceWorker?: boolean;
}

/** A module whose run_kernels() counts to 100,000, or does nothing. */
function kernels(slow: boolean): Buffer {
  const name = [...Buffer.from('run_kernels')];
  const count = [3, 64, 32, 0, 65, 1, 106, 34, 0, 65, 160, 141, 6, 73, 13, 0, 11];
  const body = slow ? [1, 1, 127, ...count, 11] : [0, 11];
  const exported = [1, name.length, ...name, 0, 0];
  return Buffer.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...[1, 4, 1, 96, 0, 0],
    ...[3, 2, 1, 0],
    ...[7, exported.length, ...exported],
    ...[10, body.length + 2, 1, body.length, ...body],
  ]);
}

/** Replaces the kernels that the page times by some of which one is certainly faster. */
export async function makeFaster(page: Page, faster: 'simd' | 'relaxed'): Promise<void> {
  for (const simd of ['simd', 'relaxed']) {
    await page.route(`**/probe-${simd}.wasm`, (route) =>
      route.fulfill({ contentType: 'application/wasm', body: kernels(simd !== faster) }),
    );
  }
}

const phoneSize = { width: 390, height: 844 };
const desktopSize = { width: 1440, height: 900 };

/** Opens the page in a fresh profile. Console errors and requests to other origins fail the test. */
export async function open(options: OpenOptions = {}): Promise<Page> {
  const host = options.host ?? url;
  const context = await browser.newContext({
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
    viewport: options.size ?? (options.phone ? phoneSize : desktopSize),
    hasTouch: options.phone ?? false,
    isMobile: options.phone ?? false,
    colorScheme: options.dark ? 'dark' : 'light',
    forcedColors: options.forcedColours ? 'active' : 'none',
    reducedMotion: options.stillness ? 'reduce' : 'no-preference',
    locale: options.locale ?? 'en-US',
  });
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!options.provoked?.test(text)) complaints.push(text);
  };
  context.on('request', (request) => {
    if (elsewhere(request, host)) complaints.push(`asked another origin: ${request.url()}`);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  page.on('pageerror', (error) => complain(error.message));
  opened.push({ page, complaints });
  // By noise, pages could differ, and so would the weights that they train.
  if (!options.serviceWorker) await makeFaster(page, 'relaxed');
  await page.goto(`${host}#${options.view ?? 'read'}`);
  return page;
}

/** Waits for the run's state, in the attribute that outside tests also use. */
export async function runIs(page: Page, state: string, timeout = 60_000): Promise<void> {
  await page
    .locator(`[data-testid=train-progress][data-state=${state}]`)
    .waitFor({ timeout, state: 'attached' });
}

export async function validationAccuracy(page: Page): Promise<number> {
  const text = await page.getByTestId('train-progress').getAttribute('data-validation-accuracy');
  return text ? Number(text) : Number.NaN;
}

export async function goTo(page: Page, view: View): Promise<void> {
  await page.getByTestId(`tab-${view}`).click();
}

/** Opens the training view, and waits until the article's network is analysed, in any language. */
export async function goToNetwork(page: Page): Promise<void> {
  await goTo(page, 'train');
  await page
    .getByTestId('network-summary')
    .filter({ hasText: /109.386/ })
    .waitFor({ state: 'attached' });
}
