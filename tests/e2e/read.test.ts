import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, launch, open, url } from './browser';
import { command, modelAsking, penDigits, realData, shippedModel, written } from './data';
import {
  answer,
  likeliest,
  one,
  padBox,
  type Strokes,
  seven,
  write,
  writeWithFinger,
} from './handwriting';

async function strokesOn(page: Page): Promise<number> {
  await answer(page);
  const label = await page.getByRole('img', { name: /^Pad:/ }).getAttribute('aria-label');
  return Number(label?.match(/(\d+)\u00a0stroke/)?.[1] ?? 0);
}

/** Runs in the page before its own scripts: adds a doubtful 3 and a rejected 8 to every reading. */
function readTwoMore(): void {
  const onmessage = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Object.defineProperty(Worker.prototype, 'onmessage', {
    ...onmessage,
    set(this: Worker, hear: (event: MessageEvent) => void) {
      onmessage?.set?.call(this, (event: MessageEvent) => {
        const reading = event.data?.value;
        if (reading?.is_digit) {
          const more = new Float32Array(20);
          [more[3], more[5], more[18], more[11]] = [0.6, 0.4, 0.7, 0.3];
          reading.text += '3';
          reading.probabilities = Float32Array.of(...reading.probabilities, ...more);
          reading.images = Uint8Array.of(...reading.images, ...new Uint8Array(2 * 784));
          reading.is_digit = Uint8Array.of(1, 1, 0);
          reading.boxes = Float32Array.of(10, 20, 30, 40, 60, 20, 30, 40, 110, 20, 30, 40);
        }
        hear(event);
      });
    },
  });
}

describe('the pad', () => {
  test('shows no answer before the first stroke', async () => {
    const page = await open();
    await page.getByText('stays on this device').waitFor();
    expect(await page.getByTestId('reading').textContent()).toBe('');
    expect(await page.getByText('Write a number').isVisible()).toBe(true);
  });

  test('reads a seven drawn by mouse, with ten bars and the model’s input', async () => {
    const page = await open();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    expect(await page.getByTestId('bars').locator('li').count()).toBe(10);
    expect(await page.getByTestId('bars').textContent()).toMatch(/7: \d+(\.\d)?%/);
    await page.getByRole('img', { name: 'read as 7' }).waitFor();
  });

  test('shows the answer during the stroke', async () => {
    const page = await open();
    const { x, y, width, height } = await padBox(page);
    await page.mouse.move(x + width / 2, y + 40);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height - 40, { steps: 10 });
    expect(await answer(page)).toBe('1');
    await page.mouse.up();
  });

  test('doesn’t wait for the next frame to answer', async () => {
    const page = await open();
    await write(page, one);
    expect(await answer(page)).toBe('1');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0; // never fires
    });
    await write(page, seven);
    await expect.poll(() => page.getByTestId('reading').textContent()).toBe('7');
  });

  test('a tap makes a dot that is read', async () => {
    const page = await open();
    const { x, y, width, height } = await padBox(page);
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await likeliest(page)).not.toBe('');
    const inked = await page.getByTestId('pad').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.filter((value, at) => at % 4 === 3 && value > 0).length;
    });
    expect(inked).toBeGreaterThan(20);
  });

  test('is cleared by button and by key', async () => {
    const page = await open();
    for (const clear of [
      () => page.getByTestId('clear').click(),
      () => page.keyboard.press('Escape'),
    ]) {
      await write(page, one);
      expect(await answer(page)).toBe('1');
      await clear();
      expect(await answer(page)).toBe('');
      expect(await page.getByText('Write a number').isVisible()).toBe(true);
    }
  });

  test('a stroke that leaves the pad ends outside and is kept', async () => {
    const page = await open();
    const { x, y, width, height } = await padBox(page);
    await page.mouse.move(x + width / 2, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height + 60, { steps: 8 });
    await page.mouse.up();
    const read = await answer(page);
    await page.mouse.move(x + 40, y + 40, { steps: 4 });
    expect(await answer(page)).toBe(read);
    expect(read).not.toBe('');
  });

  test('a button released over a dialog ends the stroke', async () => {
    const page = await open();
    const { x, y, width, height } = await padBox(page);
    await page.mouse.move(x + width / 2, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height - 60, { steps: 8 });
    const read = await answer(page);
    // The page doesn't get the button's release, as during alert().
    await page.evaluate(() =>
      addEventListener('pointerup', (event) => event.stopImmediatePropagation(), true),
    );
    await page.evaluate(() =>
      addEventListener('lostpointercapture', (event) => event.stopImmediatePropagation(), true),
    );
    await page.mouse.up();
    await page.mouse.move(x + 40, y + 40, { steps: 4 });
    expect(await answer(page)).toBe(read);
    expect(await strokesOn(page)).toBe(1);
  });

  test.each([
    ['scaled', 'transform: scale(0.6) translate(10px, 30px); transform-origin: 0 0'],
    ['zoomed', 'zoom: 1.25'],
    ['turned', 'transform: rotate(90deg); transform-origin: 50vw 50vh'],
  ])('ink follows the pen where the page is %s', async (_, style) => {
    const page = await open();
    await page.getByText('stays on this device').waitFor(); // the pad of the first paint is replaced
    await page.locator('#app').evaluate((app, css) => {
      app.style.cssText = css;
    }, style);
    await page.getByTestId('pad').evaluate((pad) => pad.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await padBox(page);
    const [across, down] = [x + width / 3, y + height / 4];
    await page.mouse.move(across, down);
    await page.mouse.down();
    await page.mouse.up();
    expect(await strokesOn(page)).toBe(1);
    await page.getByTestId('boxes').dispatchEvent('click');
    const box = await padBox(page, page.getByTestId('box'));
    // The outline adds its own width on one side.
    expect(Math.abs(box.x + box.width / 2 - across)).toBeLessThan(4);
    expect(Math.abs(box.y + box.height / 2 - down)).toBeLessThan(4);
  });

  test('keeps the drawing through another view and a rotation of the window', async () => {
    const page = await open();
    await write(page, seven);
    await page.getByTestId('tab-about').click();
    await page.setViewportSize({ width: 500, height: 900 });
    await page.getByTestId('tab-read').click();
    expect(await answer(page)).toBe('7');
  });
});

describe('ink that isn’t a digit', () => {
  test('is reported as such, with the likeliest as a guess, and the layout doesn’t move', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    await goTo(page, 'read');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    const [digit, pad] = [await page.getByTestId('digit').boundingBox(), await padBox(page)];

    await goTo(page, 'train');
    await page.getByTestId('model-load').setInputFiles(modelAsking(1000));
    await page.getByTestId('model-in-use').getByText('from a file').waitFor();
    await goTo(page, 'read');
    await page.getByText('Not a digit').first().waitFor();
    expect(await answer(page)).toBe('');
    expect(await page.getByTestId('digit').textContent()).toBe('7');
    await page.getByText('looks most like 7').first().waitFor();
    await page.getByRole('img', { name: '28 pixels, not a digit' }).waitFor();
    expect(await page.getByTestId('digit').boundingBox()).toEqual(digit);
    expect(await padBox(page)).toEqual(pad);
  });
});

describe('a finger', () => {
  test('draws without scrolling the page', async () => {
    const page = await open({ phone: true });
    await writeWithFinger(page, seven);
    expect(await answer(page)).toBe('7');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('leaves no mark if the system cancels its touch', async () => {
    const page = await open({ phone: true });
    await writeWithFinger(page, one);
    expect(await answer(page)).toBe('1');
    await writeWithFinger(page, seven, 'touchCancel');
    expect(await strokesOn(page)).toBe(1);
    expect(await answer(page)).toBe('1');
  });

  test('scrolls the page next to the pad', async () => {
    const page = await open({ phone: true });
    const touchAction = (id: string) =>
      page.getByTestId(id).evaluate((element) => getComputedStyle(element).touchAction);
    expect(await touchAction('pad')).toBe('none');
    expect(await touchAction('bars')).toBe('auto');
  });
});

describe('a pen', () => {
  test('draws, and the resting hand doesn’t', async () => {
    const page = await open({ phone: true });
    await write(page, seven, 'pen');
    await writeWithFinger(page, one);
    expect(await strokesOn(page)).toBe(1);
    expect(await answer(page)).toBe('7');
  });

  test('turns off drawing by finger, with a notice and a setting that is remembered', async () => {
    const page = await open({ phone: true });
    const note = page.getByText('Only the stylus draws now');
    await write(page, seven, 'pen');
    expect(await answer(page)).toBe('7');
    await page.waitForTimeout(1600); // afterwards it isn't a palm
    await writeWithFinger(page, one);
    await note.waitFor();
    expect(await strokesOn(page)).toBe(1);
    await page.reload();
    await writeWithFinger(page, one);
    await note.waitFor();
    expect(await strokesOn(page)).toBe(0);
    await page.getByTestId('pen').tap();
    await page.getByTestId('fingers').check();
    await note.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await writeWithFinger(page, one);
    expect(await answer(page)).toBe('1');
    await page.reload();
    await page.getByTestId('pen').tap();
    expect(await page.getByTestId('fingers').isChecked()).toBe(true);
  });

  test('erases whole strokes when turned over, which can be undone', async () => {
    const page = await open();
    await write(page, one);
    await answer(page);
    await page.getByTestId('pad').evaluate((pad) => {
      const { left, top, width, height } = pad.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2 };
      const turned = { ...at, pointerId: 9, pointerType: 'pen', button: 5, buttons: 32 };
      pad.dispatchEvent(new PointerEvent('pointerdown', turned));
      pad.dispatchEvent(new PointerEvent('pointerup', { ...turned, buttons: 0 }));
    });
    expect(await answer(page)).toBe('');
    expect(await strokesOn(page)).toBe(0);
    await page.keyboard.press('Control+z');
    expect(await answer(page)).toBe('1');
  });
});

describe('undo, redo and eraser', () => {
  test('work by button, and undo clearing', async () => {
    const page = await open();
    expect(await page.getByTestId('undo').isDisabled()).toBe(true);
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await page.getByTestId('clear').click();
    expect(await answer(page)).toBe('');
    await page.getByTestId('undo').click();
    expect(await answer(page)).toBe('7');
    await page.getByTestId('redo').click();
    expect(await answer(page)).toBe('');
  });

  test('work by keyboard, but not in a text field', async () => {
    const page = await open();
    await write(page, one);
    await page.keyboard.press('Control+z');
    expect(await answer(page)).toBe('');
    for (const again of ['Control+y', 'Control+Shift+z']) {
      await page.keyboard.press(again);
      expect(await answer(page)).toBe('1');
      await page.keyboard.press('Control+z');
    }
    await page.keyboard.press('Control+y');
    await page.evaluate(() => document.body.append(document.createElement('input')));
    await page.locator('body > input').focus();
    for (const key of ['Control+z', 'Delete', 'e']) await page.keyboard.press(key);
    expect(await answer(page)).toBe('1');
    expect(await page.getByTestId('erase').getAttribute('aria-pressed')).toBe('false');
  });

  test('the eraser removes only the strokes it touches', async () => {
    const page = await open();
    const { x, y, width, height } = await padBox(page);
    await write(page, one);
    await page.mouse.click(x + 40, y + 40);
    expect(await strokesOn(page)).toBe(2);
    await page.keyboard.press('e');
    expect(await page.getByTestId('erase').getAttribute('aria-pressed')).toBe('true');
    await page.mouse.move(x + width / 2 - 60, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 60, y + height / 2);
    await page.mouse.up();
    expect(await strokesOn(page)).toBe(1);
    await page.keyboard.press('e');
    await page.mouse.click(x + 80, y + 40);
    expect(await strokesOn(page)).toBe(2);
  });
});

describe('several digits', () => {
  /** Opens a page whose engine adds two digits to each reading. */
  async function readingThree(): Promise<Page> {
    const page = await open({ view: 'about' });
    await page.addInitScript(readTwoMore);
    await page.reload();
    await goTo(page, 'read');
    await write(page, seven);
    await page.getByTestId('digit').nth(2).waitFor();
    return page;
  }

  test('form a row in which the arrow keys move', async () => {
    const page = await readingThree();
    const digits = page.getByTestId('digit');
    expect(await answer(page)).toBe('73');
    await digits.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await digits.nth(1).getAttribute('aria-selected')).toBe('true');
    await page.getByText('3 or 5', { exact: true }).waitFor(); // the visible text, not the announcement
    expect(await page.getByTestId('bars').textContent()).toMatch(/3: 60\.0/);
    await page.keyboard.press('End');
    await page.getByText('looks most like 8').first().waitFor();
    expect(await digits.evaluateAll((all) => all.map((one) => one.tabIndex))).toEqual([-1, -1, 0]);
    await page.keyboard.press('ArrowRight');
    expect(await digits.first().evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('next to each other are read in order, each with its details and box', async () => {
    const page = await open();
    const moved = (strokes: Strokes, by: number): Strokes =>
      strokes.map((stroke) => stroke.map(([x, y]): [number, number] => [x + by, y]));
    await write(page, [...seven, ...moved(one, 60), ...moved(seven, 120)]);
    expect(await answer(page)).toBe('717');
    await page.getByTestId('boxes').click();
    const boxes = await page
      .getByTestId('box')
      .evaluateAll((all) => all.map((box) => box.getBoundingClientRect().left));
    expect(boxes).toHaveLength(3);
    expect(boxes).toEqual(boxes.toSorted((a, b) => a - b));
    await page.getByTestId('digit').nth(1).click();
    expect(await page.getByTestId('bars').textContent()).toMatch(/1: \d\d/);
  });

  test('have marks between them, with positions and outlines, also after a correction', async () => {
    const page = await open();
    const moved = (strokes: Strokes, by: number): Strokes =>
      strokes.map((stroke) => stroke.map(([x, y]): [number, number] => [x + by, y]));
    const point: Strokes = [
      [
        [90, 86],
        [92, 88],
      ],
    ];
    await write(page, [...seven, ...point, ...moved(one, 65), ...moved(seven, 120)]);
    expect(await answer(page)).toBe('7.17');
    const row = page.getByTestId('answer').getByRole('tablist');
    expect((await row.innerText()).replace(/\s/g, '')).toBe('7.17');
    await page.getByTestId('boxes').click();
    const sign = await padBox(page, page.getByTestId('mark'));
    const [before, after] = [
      await padBox(page, page.getByTestId('box').nth(0)),
      await padBox(page, page.getByTestId('box').nth(1)),
    ];
    expect(sign.x).toBeGreaterThan(before.x + before.width / 2);
    expect(sign.x + sign.width).toBeLessThan(after.x + after.width / 2);
    await page.locator('[aria-live=polite]').getByText('3 digits: 7, point, 1, 7').waitFor();
    await page.getByTestId('digit').nth(2).click();
    await page.keyboard.press('4');
    await expect.poll(() => answer(page)).toBe('7.14');
  });

  test('show their boxes on the pad on request', async () => {
    const page = await readingThree();
    expect(await page.getByTestId('box').count()).toBe(0);
    await page.getByTestId('boxes').click();
    expect(await page.getByTestId('box').count()).toBe(3);
    const [pad, box] = [await padBox(page), await padBox(page, page.getByTestId('box').nth(1))];
    const margin = pad.x + 60 - box.x; // ink around the strokes
    expect(margin).toBeGreaterThan(0.017 * pad.height);
    expect(margin).toBeLessThan(0.034 * pad.height);
    const around = { x: pad.x + 60 - margin, y: pad.y + 20 - margin };
    // Browsers lay out in 64ths of a pixel.
    expect(box.x).toBeCloseTo(around.x, 1);
    expect(box.y).toBeCloseTo(around.y, 1);
    expect(box.width).toBeCloseTo(30 + 2 * margin, 1);
    expect(box.height).toBeCloseTo(40 + 2 * margin, 1);
  });
});

// Emulation changes the ratio but not the size in device pixels, so this starts a browser with another screen.
test.each([1, 2, 3])('the canvas matches the screen’s pixels at density %i', async (density) => {
  const dense = await launch(`--force-device-scale-factor=${density}`, '--window-size=1440,900');
  const page = await (await dense.newContext({ viewport: null })).newPage();
  await page.goto(`${url}#read`);
  // The window may be resized after the pad appears, so both are compared at one moment.
  await page.waitForFunction((ratio) => {
    const pad = document.querySelector<HTMLCanvasElement>('[data-testid=pad]');
    if (!pad || devicePixelRatio !== ratio) return false;
    return Math.abs(pad.width - pad.getBoundingClientRect().width * ratio) < 1;
  }, density);
  await write(page, one);
  expect(await answer(page)).toBe('1');
  await dense.close();
});

describe('people’s digits', () => {
  test.skipIf(!realData)(
    'at least 92 % of 200 from a pen tablet are read correctly, the same as by the command',
    async () => {
      const page = await open();
      const digits = penDigits(200);
      const confusion = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
      for (const { label, strokes } of digits) {
        await write(page, strokes);
        const read = Number(await likeliest(page));
        const row = confusion[label] ?? [];
        row[read] = (row[read] ?? 0) + 1;
        await page.keyboard.press('Escape');
      }
      const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
      console.log(`read ${right} of ${digits.length} right`);
      expect(right / digits.length).toBeGreaterThanOrEqual(0.92);
      if (!existsSync(command)) return console.log('skipped: the command is not built');
      const file = written('pen.jsonl', digits.map(({ line }) => line).join('\n'));
      const output = execFileSync(command, ['evaluate', shippedModel, file, '--json']);
      expect(JSON.parse(output.toString()).confusion).toEqual(confusion);
    },
    180_000,
  );
});
