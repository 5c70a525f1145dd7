// The states of the reading view.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { withMetadata } from '../../web/metadata';
import { goTo } from '../browser';
import { modelAsking, shippedModel, written } from '../data';
import { answer, beside, one, type Strokes, seven, write } from '../handwriting';
import { digits, hard, painted } from '../paper';
import type { Take } from './camera';

function arc(x: number, y: number, radius: number, from: number, to: number): [number, number][] {
  return Array.from({ length: 24 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / 23) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** A hastily drawn three: two arcs that meet in a point. */
export const three: Strokes = [
  [...arc(50, 27, 23, -155, 85), [46, 51], ...arc(50, 76, 25, -85, 150)],
];

async function clear(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByTestId('clear').click();
  await answer(page);
}

async function oneDigit(page: Page, take: Take): Promise<void> {
  await page.locator('[data-testid=answer][aria-busy=false]').waitFor();
  await take('read-empty');
  await write(page, three);
  await answer(page);
  await take('read-one');
  await page.getByTestId('pen').click();
  await page.getByTestId('pen-broad').check();
  await take('read-pens');
  await page.getByTestId('pen-medium').check();
  await page.keyboard.press('Escape');
  await page.locator('#title-why button').click();
  await page.locator('[data-testid=why-map][aria-busy=false]').waitFor();
  await take('read-why', '#card-why');
  await page.locator('#title-why button').click();
}

async function severalDigits(page: Page, take: Take): Promise<void> {
  await clear(page);
  await write(page, beside(seven, one, three, three, one, seven));
  await answer(page);
  await take('read-number');
  await page
    .getByTestId('picture-file')
    .setInputFiles(written('digits.png', await painted(page, digits, hard)));
  await page.getByTestId('outline').nth(2).waitFor();
  await answer(page);
  await take('read-picture');
  await page.locator('#title-why button').click();
  await page.getByTestId('why-steps').locator('img').nth(3).waitFor();
  await take('read-steps', '#card-why');
  await page.locator('#title-why button').click();
  await page.getByTestId('back-to-pad').click();
}

async function corrections(page: Page, take: Take): Promise<void> {
  await clear(page);
  await write(page, seven);
  await answer(page);
  await page.locator('#title-corrections button').click();
  await take('read-no-corrections', '#card-corrections');
  await page.getByTestId('correct-1').click();
  await page.getByTestId('corrections').waitFor();
  await take('read-corrected');
  await page.getByTestId('learn').click();
  await page.getByTestId('learned').waitFor({ timeout: 60_000 });
  await take('read-learned', '#card-corrections');
  await page.getByTestId('learn-undo').click();
  await page.getByTestId('adapted').waitFor({ state: 'detached' });
  await page.locator('#title-corrections button').click();
}

export async function readView(page: Page, take: Take): Promise<void> {
  await oneDigit(page, take);
  await severalDigits(page, take);
  await corrections(page, take);
}

async function readWith(page: Page, model: string): Promise<void> {
  await goTo(page, 'train');
  await page.getByTestId('model-load').setInputFiles(model);
  await page.getByTestId('model-shipped').waitFor();
  await goTo(page, 'read');
  await page.evaluate(() => scrollTo(0, 0));
  await answer(page);
}

/** With a model that is rarely confident, and one that rejects everything. */
export async function doubts(page: Page, take: Take): Promise<void> {
  const doubting = withMetadata(readFileSync(shippedModel), {
    temperature: '2.5000',
    least_energy: '0.0000',
  });
  await readWith(page, written('doubting.safetensors', doubting));
  await take('read-unsure');
  await readWith(page, modelAsking(1000));
  await take('read-no-digit');
}
