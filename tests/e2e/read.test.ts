import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goTo, open } from './browser';
import { command, modelAsking, penDigits, realData, shippedModel, written } from './data';
import { answer, likeliest, one, padBox, seven, write, writeWithFinger } from './hand';

describe('the pad', () => {
  test('nothing is read before the first stroke', async () => {
    const page = await open();
    await page.getByText('stays on this device').waitFor();
    expect(await page.getByTestId('reading').textContent()).toBe('');
    expect(await page.getByText('Write a number').isVisible()).toBe(true);
  });

  test('a seven written with the mouse is read, with ten bars and what the model saw', async () => {
    const page = await open();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    expect(await page.getByTestId('bars').locator('li').count()).toBe(10);
    expect(await page.getByTestId('bars').textContent()).toMatch(/7: \d+(\.\d)?\u00a0%/);
    await page.getByRole('img', { name: 'read as 7' }).waitFor();
  });

  test('the answer comes while the stroke is still being written', async () => {
    const page = await open();
    const { x, y, width, height } = await padBox(page);
    await page.mouse.move(x + width / 2, y + 40);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height - 40, { steps: 10 });
    expect(await answer(page)).toBe('1');
    await page.mouse.up();
  });

  test('a tap is a dot: ink on the pad and something read', async () => {
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

  test('clear empties the pad, by button and by key', async () => {
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

  test('the drawing outlives a visit to another room and a turn of the window', async () => {
    const page = await open();
    await write(page, seven);
    await page.getByTestId('tab-about').click();
    await page.setViewportSize({ width: 500, height: 900 });
    await page.getByTestId('tab-read').click();
    expect(await answer(page)).toBe('7');
  });
});

describe('what is no digit', () => {
  test('is said to be none, with the likeliest as a guess, and nothing jumps', async () => {
    const page = await open({ room: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    await goTo(page, 'read');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    const [digit, pad] = [await page.getByTestId('reading').boundingBox(), await padBox(page)];

    await goTo(page, 'train');
    await page.getByTestId('model-load').setInputFiles(modelAsking(1000));
    await page.getByTestId('model-in-use').getByText('loaded from a file').waitFor();
    await goTo(page, 'read');
    await page.getByText('Not a digit').first().waitFor();
    expect(await answer(page)).toBe('');
    expect(await page.getByTestId('guess').textContent()).toBe('7');
    await page.getByText('closest to 7').first().waitFor();
    await page.getByRole('img', { name: 'read as no digit' }).waitFor();
    expect(await page.getByTestId('guess').boundingBox()).toEqual(digit);
    expect(await padBox(page)).toEqual(pad);
  });
});

describe('a finger', () => {
  test('writes, and the page does not scroll under it', async () => {
    const page = await open({ phone: true });
    await writeWithFinger(page, seven);
    expect(await answer(page)).toBe('7');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('that the system takes away loses nothing', async () => {
    const page = await open({ phone: true });
    await writeWithFinger(page, seven, 'touchCancel');
    expect(await answer(page)).toBe('7');
  });

  test('scrolls the page beside the pad', async () => {
    const page = await open({ phone: true });
    const touchAction = (id: string) =>
      page.getByTestId(id).evaluate((element) => getComputedStyle(element).touchAction);
    expect(await touchAction('pad')).toBe('none');
    expect(await touchAction('bars')).toBe('auto');
  });
});

describe('people’s digits', () => {
  test.skipIf(!realData)(
    'of 200 from a pen tablet at least 92 % are read right, as the command reads them',
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
      const said = execFileSync(command, ['evaluate', shippedModel, file, '--json']);
      expect(JSON.parse(said.toString()).confusion).toEqual(confusion);
    },
    180_000,
  );
});
