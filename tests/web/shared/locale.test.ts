import { expect, test } from 'vitest';
import { usableLocale } from '#web/shared/locale';

test.each([
  ['en', 'en'],
  ['de-AT', 'de-AT'],
  ['zh-Hans', 'zh-Hans'],
  ['C', 'en'],
  ['', 'en'],
  ['en_US.UTF-8', 'en'],
  ['POSIX-', 'en'],
  ['xx', 'xx'], // an unknown language, but a valid tag for number formats
])('"%s" is used as %s', (tag, used) => {
  expect(usableLocale(tag)).toBe(used);
  expect(() => new Intl.NumberFormat(usableLocale(tag))).not.toThrow();
});
