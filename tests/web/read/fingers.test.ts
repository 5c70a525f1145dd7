import { beforeEach, expect, test, vi } from 'vitest';
import { ChosenFingers } from '#web/read/fingers.svelte';

const stored = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, value: string) => stored.set(name, value),
});
beforeEach(() => stored.clear());

test('fingers draw until a pen has, also on the next visit', () => {
  const fingers = new ChosenFingers();
  expect(fingers.write).toBe(true);
  fingers.penWrote();
  expect(fingers.write).toBe(false);
  expect(new ChosenFingers().write).toBe(false);
});

test('choosing to draw by finger outlasts use of the pen', () => {
  const fingers = new ChosenFingers();
  fingers.penWrote();
  fingers.choose(true);
  fingers.penWrote();
  expect(fingers.write).toBe(true);
  expect(new ChosenFingers().write).toBe(true);
});

test('ignores an invalid stored choice', () => {
  stored.set('inkling-fingers', 'perhaps');
  expect(new ChosenFingers().write).toBe(true);
});

test('shows a notice for an ignored finger until the pen draws or fingers may', () => {
  const fingers = new ChosenFingers();
  fingers.penWrote();
  fingers.refused();
  expect(fingers.tried).toBe(true);
  fingers.penWrote();
  expect(fingers.tried).toBe(false);
  fingers.refused();
  fingers.choose(true);
  expect(fingers.tried).toBe(false);
});
