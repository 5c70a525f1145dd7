// The actions of a person on the page, in any browser.
import { expect } from 'vitest';
import type { View } from '../e2e/browser';
import { type Box, onPad, type Strokes } from '../e2e/handwriting';
import type { Driver, InputAction, PointerType } from './driver/driver';

const byTestid = (testid: string) => `[data-testid=${testid}]`;

export class InklingPage {
  constructor(readonly driver: Driver) {}

  /** Opens the page from a host without headers, and waits until it is isolated. */
  async open(url: string, view: View = 'read'): Promise<void> {
    await this.driver.open(`${url}#${view}`);
    const isReady = () =>
      this.driver.evaluate(
        () => crossOriginIsolated && document.querySelector('[data-testid=tab-read]') !== null,
      );
    await expect.poll(() => isReady().catch(() => false)).toBe(true);
  }

  async reload(): Promise<void> {
    await this.driver.evaluate(() => {
      Object.assign(globalThis, { old: true });
      setTimeout(() => location.reload());
    });
    const isNew = () => this.driver.evaluate(() => !('old' in globalThis));
    await expect.poll(() => isNew().catch(() => false)).toBe(true);
  }

  /** Returns the text of the element with this testid; empty if there is none. */
  text(testid: string): Promise<string> {
    return this.textOf(byTestid(testid));
  }

  attribute(testid: string, name: string): Promise<string | null> {
    return this.driver.evaluate(
      (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null,
      byTestid(testid),
      name,
    );
  }

  click(testid: string): Promise<void> {
    return this.clickOn(byTestid(testid));
  }

  async clickOn(selector: string): Promise<void> {
    const { x, y, width, height } = await this.box(selector);
    const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    await this.point('mouse', [
      { type: 'pointerMove', duration: 0, ...at },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Selects an option. Browsers draw the list themselves, so drivers can't click in it. */
  async select(testid: string, value: string): Promise<void> {
    await this.driver.evaluate(
      (selector, value) => {
        const list = document.querySelector(selector) as HTMLSelectElement;
        list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
      },
      byTestid(testid),
      value,
    );
  }

  async press(...keys: string[]): Promise<void> {
    const strokes = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driver.perform([{ type: 'key', id: 'keyboard', actions: strokes }]);
  }

  /** Replaces the content of a text field. */
  async fill(testid: string, text: string): Promise<void> {
    await this.click(testid);
    await this.driver.evaluate(
      (selector) => (document.querySelector(selector) as HTMLInputElement).select(),
      byTestid(testid),
    );
    await this.press(...text);
  }

  async choose(testid: string, ...files: string[]): Promise<void> {
    await expect.poll(() => this.attribute(testid, 'data-testid')).toBe(testid);
    await this.driver.chooseFiles(byTestid(testid), files);
  }

  async draw(strokes: Strokes, pointerType: PointerType = 'mouse'): Promise<void> {
    for (const stroke of onPad(strokes, await this.box(byTestid('pad')))) {
      const moves = stroke.map(([x, y]) => ({
        type: 'pointerMove',
        duration: 0,
        x: Math.round(x),
        y: Math.round(y),
      }));
      const [first = {}, ...rest] = moves;
      const [down, up] = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await this.point(pointerType, [first as InputAction, down, ...rest, up]);
    }
  }

  /** Returns the reading once the newest ink has an answer. */
  reading(): Promise<string> {
    return this.textOf('[data-testid=answer][aria-busy=false] [data-testid=reading]');
  }

  private point(pointerType: PointerType, actions: InputAction[]): Promise<void> {
    const parameters = { pointerType };
    return this.driver.perform([{ type: 'pointer', id: pointerType, parameters, actions }]);
  }

  private textOf(selector: string): Promise<string> {
    return this.driver.evaluate(
      (selector) => document.querySelector(selector)?.textContent ?? '',
      selector,
    );
  }

  /** Scrolls the element into view, and returns its position once it is stable. */
  private async box(selector: string): Promise<Box> {
    const look = () =>
      this.driver.evaluate(async (selector) => {
        const found = document.querySelector(selector);
        found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 50));
        const { x, y, width, height } = found?.getBoundingClientRect() ?? new DOMRect();
        return { x, y, width, height };
      }, selector);
    let box = await look();
    const stays = async () => {
      const before = box;
      box = await look();
      return box.width > 0 && JSON.stringify(box) === JSON.stringify(before);
    };
    await expect.poll(stays).toBe(true);
    return box;
  }
}
