// Takes the gallery's screenshots.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { settled } from '../axe';
import { root } from '../data';

const gallery = join(root, 'build/screenshots');
mkdirSync(gallery, { recursive: true });

/** Takes a screenshot of a state: the window, the whole page, or one part. */
export type Take = (state: string, what?: 'window' | 'page' | `#${string}`) => Promise<void>;

const margin = 16;

/** Returns the part's box with a margin. */
async function around(page: Page, place: string) {
  const box = await page.evaluate((place) => {
    const { left, top, width, height } =
      document.querySelector(place)?.getBoundingClientRect() ?? new DOMRect();
    return { left, top: top + scrollY, width, height, page: innerWidth };
  }, place);
  const x = Math.max(0, box.left - margin);
  const width = Math.min(box.page - x, box.width + 2 * margin);
  return { x, y: Math.max(0, box.top - margin), width, height: box.height + 2 * margin };
}

/** Unsticks sticky elements, which would cover parts of a picture larger than the window. */
async function unstuck(page: Page, picture: () => Promise<unknown>): Promise<void> {
  const stick = (position: string) =>
    page.evaluate((position) => {
      for (const one of document.querySelectorAll<HTMLElement>('header, .bar')) {
        if (getComputedStyle(one).position !== 'absolute') one.style.position = position;
      }
    }, position);
  await stick('static');
  await picture();
  await stick('');
}

export function camera(page: Page, name: string): Take {
  return async (state, what = 'window') => {
    await settled(page);
    const path = join(gallery, `${state}-${name}.png`);
    if (what === 'window') await page.screenshot({ path });
    else
      await unstuck(page, async () => {
        const part = what === 'page' ? {} : { clip: await around(page, what) };
        await page.screenshot({ path, fullPage: true, ...part });
      });
  };
}
