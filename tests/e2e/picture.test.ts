// Pictures of digits in place of the pad. The browser paints them here as if handwritten.
import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { goTo, launch, open, url } from './browser';
import { trainCsv, written } from './data';
import { answer, one, write } from './handwriting';
import { board, digits, hard, numbers, painted, plain, scannedPdf, sheetOf } from './paper';

async function choose(page: Page, buffer: Buffer, name = 'digits.png'): Promise<void> {
  await page.getByTestId('picture-file').setInputFiles(written(name, buffer));
}

/** Returns the reading of the current picture. */
async function read(page: Page): Promise<string> {
  await page.getByTestId('picture').waitFor();
  return answer(page);
}

async function error(page: Page): Promise<string> {
  await page.getByTestId('error').waitFor();
  return (await page.getByTestId('error').textContent()) ?? '';
}

/** Dispatches a drop or paste event with a file, like the browser. */
async function arrive(page: Page, how: 'drop' | 'paste', buffer: Buffer): Promise<boolean> {
  return page.evaluate(
    ([how, packed]) => {
      const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'digits.png', { type: 'image/png' }));
      const common = { bubbles: true, cancelable: true };
      const event =
        how === 'drop'
          ? new DragEvent('drop', { ...common, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...common, clipboardData: transfer });
      if (how === 'drop')
        document.body.dispatchEvent(
          new DragEvent('dragover', { ...common, dataTransfer: transfer }),
        );
      return !document.body.dispatchEvent(event); // accepted
    },
    [how, buffer.toString('base64')] as const,
  );
}

test('detects a browser that alters canvas pixels', async () => {
  const page = await open();
  const picture = await painted(page, digits, plain);
  await page.evaluate(() => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
      const image = getImageData.apply(this, place);
      for (let at = 0; at < image.data.length; at++) image.data[at] = Math.random() * 256;
      return image;
    };
  });
  await choose(page, picture);
  expect(await error(page)).toMatch(/^digits.png: .*scrambles images/);
  expect(await page.getByTestId('picture').count()).toBe(0);
});

describe('a chosen picture', () => {
  test.each([
    ['dark on light', plain],
    ['light on dark', board],
    ['on ruled paper, unevenly lit', hard],
  ])('%s is read, with its digits outlined', async (_, paper) => {
    const page = await open();
    await choose(page, await painted(page, digits, paper));
    expect(await read(page)).toBe('717');
    const sheet = await page.getByTestId('picture').boundingBox();
    if (!sheet) throw new Error('there is no picture');
    const scale = Math.min(sheet.width / paper.width, sheet.height / paper.height);
    const left = sheet.x + (sheet.width - paper.width * scale) / 2;
    const top = sheet.y + (sheet.height - paper.height * scale) / 2;
    const outlines = await page
      .getByTestId('outline')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(outlines).toHaveLength(3);
    const lefts = [140, 400, 600];
    outlines.forEach((outline, at) => {
      expect(Math.abs(outline.left - left - scale * (lefts[at] ?? 0))).toBeLessThan(16);
      expect(Math.abs(outline.top - top - scale * 126)).toBeLessThan(16);
      expect(Math.abs(outline.height - scale * 155)).toBeLessThan(24);
    });
  });

  test('shows the clicked digit with its bars, its 28 x 28 image and why', async () => {
    const page = await open();
    await choose(page, await painted(page, digits, plain));
    await read(page);
    await page.getByTestId('outline').nth(1).click();
    expect(await page.getByTestId('digit').nth(1).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('img', { name: 'read as 1' }).waitFor();
    await page.locator('#title-why button').click();
    await page.locator('[data-testid=why-map][aria-busy=false]').waitFor();
    await page.getByText('evidence for 1').first().waitFor();
  });

  test('is announced to screen readers', async () => {
    const page = await open();
    await choose(page, await painted(page, digits, plain));
    await page.locator('[aria-live=polite]').getByText('3 digits: 7, 1, 7').waitFor();
    await page.getByRole('img', { name: 'Image: 3\u00a0digits found' }).waitFor();
  });

  test('is removed by button or key, and the drawing returns', async () => {
    const page = await open();
    await write(page, one);
    expect(await answer(page)).toBe('1');
    for (const back of [
      () => page.getByTestId('back-to-pad').click(),
      () => page.locator('[data-testid=answer] [role=tab]').first().press('Escape'),
    ]) {
      await choose(page, await painted(page, digits, plain));
      expect(await read(page)).toBe('717');
      await back();
      await page.getByTestId('pad').waitFor();
      expect(await answer(page)).toBe('1');
      expect(await page.getByTestId('picture').count()).toBe(0);
    }
  });

  test('stays when Escape is pressed on a button', async () => {
    const page = await open();
    await choose(page, await painted(page, digits, plain));
    await page.getByTestId('examples').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await read(page)).toBe('717');
    expect(await page.getByTestId('picture').count()).toBe(1);
  });

  test('stays while another view is visited', async () => {
    const page = await open();
    await choose(page, await painted(page, digits, plain));
    await read(page);
    await page.getByTestId('tab-about').click();
    await page.getByTestId('tab-read').click();
    expect(await read(page)).toBe('717');
    expect(await page.getByTestId('outline').count()).toBe(3);
  });

  test('without writing is reported as blank', async () => {
    const page = await open();
    await choose(page, await painted(page, [], plain));
    await page.getByText('No digits found').first().waitFor();
    expect(await read(page)).toBe('');
  });

  test('full of digits has a row that scrolls to the clicked one', async () => {
    const page = await open({ phone: true });
    const row = Array.from({ length: 30 }, (_, at): [number, number][] => [
      [80 + 60 * at, 60],
      [80 + 60 * at, 160],
    ]);
    await choose(page, await painted(page, row, { ...plain, width: 1900, height: 220 }));
    await read(page);
    expect(await page.getByTestId('outline').count()).toBe(30);
    const last = page.getByTestId('digit').nth(29);
    expect((await last.boundingBox())?.width).toBeGreaterThanOrEqual(24);
    await page.getByTestId('outline').nth(29).click();
    expect(await last.getAttribute('aria-selected')).toBe('true');
    await expect.poll(async () => (await last.boundingBox())?.x).toBeLessThan(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('of two lines shows where the second begins', async () => {
    const page = await open();
    await choose(page, await painted(page, numbers('717', '11'), sheetOf(2)));
    expect(await read(page)).toBe('717\n11');
    expect(await page.getByTestId('line-gap').count()).toBe(1);
    expect(
      await page
        .getByTestId('line-gap')
        .evaluate((gap) => gap.nextElementSibling?.textContent?.trim()),
    ).toBe('1');
  });

  test('with transparency is placed on white', async () => {
    const page = await open();
    await choose(page, await painted(page, digits, { ...plain, paper: 'transparent' }));
    expect(await read(page)).toBe('717');
  });

  test.each([
    [4000, '2000', 'half, at which JPEGs decode quickly'],
    [3400, '2400', 'the reading size'],
  ])('with %i pixels a side is scaled down to %s, %s', async (size, scaled) => {
    const page = await open();
    const large = digits.map((stroke) =>
      stroke.map(([x, y]): [number, number] => [3.5 * x, 3.5 * y]),
    );
    const jpeg = await painted(page, large, { ...plain, width: size, height: 1600 }, 'image/jpeg');
    await choose(page, jpeg, 'large.jpg');
    await page.getByTestId('picture').waitFor();
    expect(await page.getByTestId('picture').getAttribute('width')).toBe(scaled);
    await answer(page);
    expect(await page.getByTestId('outline').count()).toBe(3);
  });

  test('taken with a rotated camera is turned upright', async () => {
    const page = await open();
    const aside = digits.map(
      (stroke) => stroke.map(([x, y]): [number, number] => [y, 900 - x]), // rotated by 90° to the left
    );
    const jpeg = await painted(page, aside, { ...plain, width: 400, height: 900 }, 'image/jpeg');
    await choose(page, turned(jpeg, 6), 'aside.jpg');
    expect(await read(page)).toBe('717');
  });
});

/** Returns the JPEG with an EXIF orientation, as cameras write it. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from(
    `457869660000${'4d4d002a00000008'}0001${'0112000300000001'}${orientation.toString(16).padStart(4, '0')}0000${'00000000'}`,
    'hex',
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  const marker = Buffer.concat([Buffer.of(0xff, 0xe1), length, exif]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, jpeg.subarray(2)]);
}

describe('a picture also comes', () => {
  test.each(['drop', 'paste'] as const)('by %s', async (how) => {
    const page = await open();
    await write(page, one);
    expect(await arrive(page, how, await painted(page, digits, plain))).toBe(true);
    expect(await read(page)).toBe('717');
  });
});

/** Returns the header of a PNG of this size, without pixels. */
function pngHead(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size[8] = 8;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const rows = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

test('each invalid picture has its own message, and the drawing stays', async () => {
  const page = await open();
  await write(page, one);
  expect(await answer(page)).toBe('1');
  const bad: [Buffer, RegExp][] = [
    [Buffer.from('label,pixel0\n1,2\n'), /can’t be opened/],
    [Buffer.alloc(0), /empty/],
    [pngHead(20_000, 20_000), /too large/],
    [(await painted(page, digits, plain)).subarray(0, 3000), /can’t be opened/],
  ];
  for (const [content, says] of bad) {
    await choose(page, content, 'bad.png');
    const sentence = await error(page);
    expect(sentence).toMatch(says);
    expect(sentence).toContain('still on the pad');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await answer(page)).toBe('1');
  }
});

test('data and scanned PDFs on the pad are opened in the view that reads them', async () => {
  const page = await open();
  await choose(page, Buffer.from(trainCsv(200)), 'train.csv');
  expect(await error(page)).toMatch(/isn’t an image/);
  await page.getByRole('button', { name: 'Open in Train' }).click();
  await page.getByTestId('data-summary').getByText('200').waitFor();
  await goTo(page, 'read');
  await choose(page, await scannedPdf(page, '717'), 'scan.pdf');
  await page.getByRole('button', { name: 'Open in Sheets' }).click();
  await expect.poll(() => page.getByTestId('row-text').allInnerTexts()).toEqual(['717']);
});

describe('the camera', () => {
  /** Writes a video of one frame with the digits, in the format of Chromium's fake camera. */
  async function film(page: Page): Promise<string> {
    return written(
      'digits.mjpeg',
      await painted(page, digits, { ...plain, width: 960, height: 540 }, 'image/jpeg'),
    );
  }

  async function withBrowser(options: string[], use: (page: Page) => Promise<void>): Promise<void> {
    const browser: Browser = await launch(...options);
    try {
      const page = await browser.newPage();
      await page.goto(`${url}#read`);
      await use(page);
    } finally {
      await browser.close();
    }
  }

  test('shows its view, reads the picture taken and then stops', async () => {
    const path = await film(await open());
    const options = [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ];
    await withBrowser(options, async (page) => {
      await page.getByTestId('camera').click();
      await page.locator('[data-testid=shutter]:enabled').waitFor();
      const track = await page
        .getByTestId('camera-view')
        .evaluateHandle((video: HTMLVideoElement) => {
          return (video.srcObject as MediaStream).getTracks()[0] as MediaStreamTrack;
        });
      expect(await track.evaluate(({ readyState }) => readyState)).toBe('live');
      await page.getByTestId('shutter').click();
      expect(await read(page)).toBe('717');
      expect(await track.evaluate(({ readyState }) => readyState)).toBe('ended');
      expect(await page.locator('dialog[open]').count()).toBe(0);
    });
  });

  test('shows what to do if access is denied, and Escape keeps the drawing', async () => {
    await withBrowser(
      ['--deny-permission-prompts', '--use-fake-device-for-media-stream'],
      async (page) => {
        await write(page, one);
        expect(await answer(page)).toBe('1');
        await page.getByTestId('camera').click();
        await page.getByTestId('camera-error').getByText('Allow it in your browser').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
        expect(await answer(page)).toBe('1');
      },
    );
  });
});

test('the examples fit in the window of a small phone, and Escape closes them', async () => {
  const page = await open({ phone: true, size: { width: 360, height: 640 } });
  await page.getByTestId('examples').focus();
  await page.keyboard.press('Enter');
  for (const name of ['note', 'postcode', 'chalk']) {
    await page.getByTestId(`example-${name}`).waitFor();
    const box = await page.getByTestId(`example-${name}`).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 640)).toBeLessThanOrEqual(640);
  }
  expect(await page.getByTestId('examples-panel').boundingBox()).toMatchObject({
    x: 0,
    width: 360,
  });
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('examples-panel').waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(
    'examples',
  );
});
