// The pad as published: packed by npm, unpacked, and served from a plain host with the CSP from its README.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { withMetadata } from '../web/metadata';
import { violations } from './axe';
import { type OpenOptions, open } from './browser';
import { root, shippedModel } from './data';
import { beside, one, padBox, type Strokes, seven, write, writeWithFinger } from './handwriting';
import { plainHost } from './plainHost';

const site = mkdtempSync(join(tmpdir(), 'inkling-package-'));
const installed = join(site, 'node_modules/inkling-pad');
const example = 'node_modules/inkling-pad/example/index.html';
const readme = readFileSync(join(root, 'web/package/README.md'), 'utf8');

function inReadme(language: string, start: string): string {
  const [, found] = readme.match(`\`\`\`${language}\n(${start}[^\`]*)\`\`\``) ?? [];
  if (!found) throw new Error(`the README of the package has nothing that starts with ${start}`);
  return found;
}

const policy = `${inReadme('', 'default-src').trim().replaceAll('\n', ' ')}; style-src 'self'`;

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  const packing = ['pack', '--silent', '--pack-destination', site];
  const name = execFileSync('npm', packing, { cwd: join(root, 'web/package'), encoding: 'utf8' });
  const archive = join(site, name.trim());
  execFileSync('tar', ['-xzf', archive, '-C', installed, '--strip-components=1']);
  writeFileSync(join(site, 'index.html'), inReadme('html', '<!doctype'));
});

async function opened(file: string, options: OpenOptions = {}, rules = policy): Promise<Page> {
  const host = await plainHost(site, rules);
  return open({ ...options, host: `${host.url}${file}` });
}

const pad = (page: Page, id: string) => page.locator(`#${id}`);
const sheet = (page: Page, id: string) => pad(page, id).locator('canvas');
const field = (page: Page, id: string) => pad(page, id).locator('input');
const typed = (locator: Locator) => expect.poll(() => locator.inputValue(), { timeout: 20_000 });
const sent = (page: Page) => page.locator('output').textContent();

/** Not a digit: a line drawn back and forth. */
const star: Strokes = [
  [
    [10, 10],
    [90, 90],
    [20, 80],
    [80, 20],
    [50, 95],
    [50, 5],
    [5, 50],
    [95, 50],
  ],
];

/** Whether any ink is visible. */
const inked = (page: Page, id: string) =>
  sheet(page, id).evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value) => value > 0) ?? false;
  });

test('ten lines of HTML submit handwriting', async () => {
  const page = await opened('', { provoked: /404/ }); // nobody handles the submission
  await write(page, beside(seven, one, one, seven, seven), 'mouse', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('71177');
  const order = page.waitForRequest(/order/);
  await page.getByRole('button', { name: 'Send' }).click();
  expect((await order).url()).toMatch(/\/order\?postcode=71177$/);
});

test('two pads in a form, one drawn and one typed, share a worker', async () => {
  const page = await opened(example);
  await write(page, beside(one, seven, one, seven, one), 'pen', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('17171');
  await page.getByRole('textbox', { name: 'Amount in euros' }).fill('1a2 3');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await sent(page)).toBe('The form sends postcode=17171&amount=123');
  expect(page.workers()).toHaveLength(1);
});

test.each([
  ['in a scaled and rotated page', 'body', { transform: 'scale(0.5) rotate(180deg)' }, 0.8],
  ['when zoomed itself', 'inkling-pad', { zoom: '1.25' }, 0.2],
  ['when scaled itself', 'inkling-pad', { transform: 'scale(0.8)' }, 0.2],
])('ink follows the pen %s', async (_, element, style, expected) => {
  const page = await opened(example);
  await page
    .locator(element)
    .first()
    .evaluate((it, changes) => Object.assign((it as HTMLElement).style, changes), style);
  const canvas = sheet(page, 'postcode');
  const { x, y, width, height } = await padBox(page, canvas);
  await page.mouse.click(x + width * 0.2, y + height * 0.2);
  await expect.poll(() => inked(page, 'postcode')).toBe(true);
  const place = await canvas.evaluate((pad: HTMLCanvasElement) => {
    const pixels = pad.getContext('2d')?.getImageData(0, 0, pad.width, pad.height).data ?? [];
    const first = pixels.findIndex((value) => value > 0) >> 2;
    return [(first % pad.width) / pad.width, Math.floor(first / pad.width) / pad.height];
  });
  expect(place[0]).toBeCloseTo(expected, 1);
  expect(place[1]).toBeCloseTo(expected, 1);
});

test('a required pad blocks the form until it has enough digits', async () => {
  const page = await opened(example);
  const send = page.getByRole('button', { name: 'Send' });
  const validity = () =>
    pad(page, 'postcode').evaluate(({ validity }: HTMLInputElement) => [
      validity.valueMissing,
      validity.tooShort,
    ]);
  await send.click();
  expect(await validity()).toEqual([true, false]);
  expect(await field(page, 'postcode').evaluate((input) => input.matches(':focus'))).toBe(true);
  await page.keyboard.type('123');
  await send.click();
  expect(await validity()).toEqual([false, true]);
  expect(await sent(page)).toBe('');
  await field(page, 'postcode').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('45');
  await page.keyboard.press('Enter');
  expect(await sent(page)).toBe('The form sends postcode=12345&amount=20');
});

test('a reset removes the ink and restores the initial value', async () => {
  const page = await opened(example);
  await write(page, seven, 'mouse', sheet(page, 'amount'));
  await typed(field(page, 'amount')).toBe('7');
  expect(await inked(page, 'amount')).toBe(true);
  await page.getByRole('button', { name: 'Start over' }).click();
  await typed(field(page, 'amount')).toBe('20');
  await expect.poll(() => inked(page, 'amount')).toBe(false);
  expect(await pad(page, 'amount').getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
});

test('undo removes the last stroke, clear removes all, and typing replaces them', async () => {
  const page = await opened(example);
  const button = (name: string) => pad(page, 'postcode').getByRole('button', { name });
  await write(page, beside(seven, one), 'mouse', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('71');
  await button('Undo').click();
  await typed(field(page, 'postcode')).toBe('7');
  await button('Clear').click();
  await typed(field(page, 'postcode')).toBe('');
  await button('Undo').click();
  await typed(field(page, 'postcode')).toBe('7');
  await field(page, 'postcode').press('End');
  await page.keyboard.type('5');
  await typed(field(page, 'postcode')).toBe('75');
  expect(
    await pad(page, 'postcode').evaluate((it) => (it as never as { reading: null }).reading),
  ).toBeNull();
});

test('fires input while drawing, one change when the pen is lifted, and the reading', async () => {
  const page = await opened(example);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['input', 'change', 'inkling-reading']) {
      document.addEventListener(type, () => heard.push(type), true);
    }
  });
  await write(page, one, 'mouse', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('1');
  const heard = () =>
    page.evaluate(() =>
      (window as never as { heard: string[] }).heard.filter((it) => it !== 'input'),
    );
  await expect.poll(heard).toContain('change');
  expect((await heard()).filter((type) => type === 'change')).toHaveLength(1);
  expect(await heard()).toContain('inkling-reading');
  await pad(page, 'postcode').getByText('Read: 1').waitFor({ state: 'attached' });
});

test('a finger draws without opening the keyboard, in any colours', async () => {
  const page = await opened(example, { phone: true, dark: true });
  await writeWithFinger(page, one, 'touchEnd', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('1');
  await sheet(page, 'postcode').tap({ position: { x: 30, y: 30 } });
  await sheet(page, 'amount').click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

test('ink that isn’t a digit is announced and makes the value invalid', async () => {
  const page = await opened(example);
  await write(page, star, 'mouse', sheet(page, 'postcode'));
  await pad(page, 'postcode')
    .locator('[aria-live]')
    .getByText('isn’t a digit')
    .waitFor({ state: 'attached' });
  const bad = pad(page, 'postcode').evaluate((it: HTMLInputElement) => it.validity.badInput);
  expect(await bad).toBe(true);
});

test('other weights make it read and accept only their classes', async () => {
  const classes = JSON.stringify(Array.from('ABCDEFGHIJ'));
  const letters = withMetadata(readFileSync(shippedModel), { classes });
  writeFileSync(join(site, 'letters.safetensors'), letters);
  const page = await opened(example);
  await pad(page, 'postcode').evaluate((it) => it.setAttribute('model', '/letters.safetensors'));
  await field(page, 'postcode').fill('a7bx');
  await typed(field(page, 'postcode')).toBe('AB');
  await pad(page, 'postcode').evaluate((it: HTMLInputElement & { clear(): void }) => it.clear());
  await write(page, seven, 'mouse', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('H');
  expect(await field(page, 'postcode').getAttribute('inputmode')).toBe('text');
  const message = pad(page, 'postcode').evaluate((it: HTMLInputElement) => it.validationMessage);
  expect(await message).toBe('Enter 5 symbols.');
});

test('shows a message if the weights can’t be loaded, and accepts typing', async () => {
  const page = await opened(example, { provoked: /404/ });
  await pad(page, 'postcode').evaluate((it) => it.setAttribute('model', 'none.safetensors'));
  await pad(page, 'postcode').getByText('can’t be read right now').first().waitFor();
  await field(page, 'postcode').fill('12345');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await sent(page)).toBe('The form sends postcode=12345&amount=20');
});

test('shows a message if the host blocks workers, and accepts typing', async () => {
  const without = policy.replace("worker-src 'self'", "worker-src 'none'");
  const page = await opened(example, { provoked: /worker-src/ }, without);
  await pad(page, 'amount').getByText('can’t be read right now').first().waitFor();
  await field(page, 'amount').fill('7');
  expect(await pad(page, 'amount').evaluate((it: HTMLInputElement) => it.value)).toBe('7');
});

test('downloads at most 270 KB with one engine before a digit is read', async () => {
  const host = await plainHost(site, policy);
  const page = await open({ host: `${host.url}${example}` });
  await write(page, seven, 'mouse', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('7');
  const built = [...new Set(host.requests)].filter((name) => name.includes('/dist/'));
  expect(built.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
  const sizes = built.map((name) => brotliCompressSync(readFileSync(join(site, name))).length);
  const sum = sizes.reduce((total, size) => total + size, 0);
  expect(sum).toBeGreaterThan(100_000);
  expect(sum).toBeLessThanOrEqual(270_000);
});

test('a disabled pad accepts and submits nothing', async () => {
  const page = await opened(example);
  await pad(page, 'amount').evaluate((it) => it.toggleAttribute('disabled', true));
  await write(page, seven, 'mouse', sheet(page, 'amount'));
  await field(page, 'postcode').fill('12345');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await sent(page)).toBe('The form sends postcode=12345');
  expect(await field(page, 'amount').isDisabled()).toBe(true);
});

test('properties set before the module loads take effect', async () => {
  writeFileSync(
    join(site, 'early.html'),
    `<!doctype html><html lang="en"><title>Early</title><body><inkling-pad id="early"></inkling-pad>
<script src="early.js"></script>
<script type="module" src="node_modules/inkling-pad/dist/index.js"></script></body></html>`,
  );
  writeFileSync(
    join(site, 'early.js'),
    "Object.assign(document.getElementById('early'), { value: '4 2', digits: 2, labels: { undo: 'Back' } });",
  );
  const page = await opened('early.html');
  await typed(field(page, 'early')).toBe('42');
  await pad(page, 'early').getByRole('button', { name: 'Back' }).waitFor();
  expect(await pad(page, 'early').getAttribute('digits')).toBe('2');
});

test('axe finds no violations, empty or drawn on', async () => {
  for (const dark of [false, true]) {
    const page = await opened(example, { dark });
    await pad(page, 'postcode').getByText('Write digits here').waitFor();
    expect(await violations(page)).toEqual([]);
    await write(page, seven, 'mouse', sheet(page, 'postcode'));
    await typed(field(page, 'postcode')).toBe('7');
    expect(await violations(page)).toEqual([]);
  }
});

test('the module also provides a reader alone', async () => {
  const page = await opened(example);
  // As text, because Vitest has its own import().
  const read = await page.evaluate(`(async () => {
    const { createReader } = await import(new URL('../dist/index.js', location.href).href);
    const reader = createReader();
    const { text } = await reader.read([[{ x: 50, y: 10 }, { x: 50, y: 90 }]]);
    reader.close();
    return [text, await reader.read([]).catch(({ reason }) => reason)];
  })()`);
  expect(read).toEqual(['1', 'stopped']);
});

test('bundlers include all its files', async () => {
  const source = join(site, 'bundled');
  mkdirSync(source);
  const tag = '<script type="module">import "inkling-pad";</script>';
  writeFileSync(
    join(source, 'index.html'),
    inReadme('html', '<!doctype').replace(/<script.*/, tag),
  );
  await build({ root: source, base: './', configFile: false, logLevel: 'error' });
  const page = await opened('bundled/dist/index.html');
  await write(page, seven, 'mouse', sheet(page, 'postcode'));
  await typed(field(page, 'postcode')).toBe('7');
});

test('its types describe the API and no internals', () => {
  const consumer = join(site, 'consumer.ts');
  writeFileSync(
    consumer,
    `import { createReader, type PadReading, ReaderError } from 'inkling-pad';
const pad = document.createElement('inkling-pad');
pad.labels = { undo: 'Zurück' };
pad.addEventListener('inkling-reading', ({ detail }) => console.log(detail.text, pad.value));
const reading: PadReading = await createReader({ model: '/mine' }).read([[{ x: 1, y: 2 }]]);
console.log(reading.digits[0]?.probabilities, new ReaderError('stopped', '').reason);
// @ts-expect-error a value is text
pad.value = 5;
// @ts-expect-error private
pad.writing;
`,
  );
  const compilerOptions = '--noEmit --strict --target es2022 --module nodenext --lib es2022,dom';
  const options = [...compilerOptions.split(' '), consumer];
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }');
  execFileSync(join(root, 'web/node_modules/.bin/tsc'), options, { cwd: site, stdio: 'pipe' });
});
