// axe-core in the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './data';

const axe = readFileSync(
  createRequire(join(root, 'web/package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Waits until colour transitions have ended. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => !(animation instanceof CSSTransition)),
  );
}

/**
 * Does work while sticky bars scroll with the page. Where they cover a target depends on how far
 * the page is scrolled, and a person can scroll on.
 */
async function withoutStickyBars<Value>(page: Page, work: () => Promise<Value>): Promise<Value> {
  const bars = await page.evaluateHandle(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    ),
  );
  const place = (position: string, inset: string) =>
    bars.evaluate(
      (elements, style) => {
        for (const element of elements) Object.assign(element.style, style);
      },
      { position, inset },
    );
  await place('relative', 'auto');
  const value = await work();
  await place('', '');
  return value;
}

interface Found {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** Lists axe-core's findings on the current page, for WCAG 2.2 AA and best practices. */
export async function violations(page: Page): Promise<string[]> {
  await settled(page);
  // Injected by the debugger, because the page's CSP blocks other scripts.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return withoutStickyBars(page, () => axeFindings(page));
}

function axeFindings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } };
    const rules = { 'target-size': { enabled: true } };
    const found = await axe.run({ rules, resultTypes: ['violations'] });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
    );
  });
}
