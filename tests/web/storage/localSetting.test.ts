import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSetting, writeSetting } from '#web/storage/localSetting';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

test('a setting’s key includes the page’s folder', () => {
  writeSetting('theme', 'dark');
  expect([...stored]).toEqual([['inkling / theme', 'dark']]);
  expect(readSetting('theme')).toBe('dark');
});

test('falls back to an earlier version’s key until set', () => {
  stored.set('inkling-theme', 'light');
  expect(readSetting('theme')).toBe('light');
  writeSetting('theme', 'dark');
  expect(readSetting('theme')).toBe('dark');
  expect(stored.get('inkling-theme')).toBe('light');
});

test('returns nothing if storage is denied', () => {
  vi.stubGlobal('localStorage', undefined);
  writeSetting('theme', 'dark');
  expect(readSetting('theme')).toBe(null);
});
