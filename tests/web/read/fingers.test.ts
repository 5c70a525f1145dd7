import { beforeEach, expect, test, vi } from 'vitest';
import { ChosenFingers } from '#web/read/fingers.svelte';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => kept.set(name, value),
});
beforeEach(() => kept.clear());

test('fingers draw until a pen has, also on the next visit', () => {
  const fingers = new ChosenFingers();
  expect(fingers.write).toBe(true);
  fingers.penWrote();
  expect(fingers.write).toBe(false);
  expect(new ChosenFingers().write).toBe(false);
});

test('who chooses that fingers draw, too, keeps that whatever the pen does', () => {
  const fingers = new ChosenFingers();
  fingers.penWrote();
  fingers.choose(true);
  fingers.penWrote();
  expect(fingers.write).toBe(true);
  expect(new ChosenFingers().write).toBe(true);
});

test('what is kept and is no choice is ignored', () => {
  kept.set('inkling-fingers', 'perhaps');
  expect(new ChosenFingers().write).toBe(true);
});

test('a finger that draws nothing is told of it, until the pen draws or it may', () => {
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
