import { expect, test } from 'vitest';
import { dateOrderOf, formLocale, paperOf } from '#web/forms/localDefaults';

test.each([
  ['en-US', 'Letter', 'month-day-year'],
  ['en', 'Letter', 'month-day-year'],
  ['en-GB', 'A4', 'day-month-year'],
  ['fr-CA', 'Letter', 'year-month-day'],
  ['es-MX', 'Letter', 'day-month-year'],
  ['de-AT', 'A4', 'day-month-year'],
  ['ja', 'A4', 'year-month-day'],
  ['zh-Hans', 'A4', 'year-month-day'],
  ['ar-EG', 'A4', 'day-month-year'],
  ['fa-IR', 'A4', 'year-month-day'],
])('the locale %s defaults to %s and %s', (tag, paper, order) => {
  expect([paperOf(tag), dateOrderOf(tag)]).toEqual([paper, order]);
});

test('a system without a locale gets the defaults of English', () => {
  expect([paperOf('C'), dateOrderOf('C')]).toEqual([paperOf('en'), dateOrderOf('en')]);
});

test.each([
  ['en', ['en-US'], 'Letter'],
  ['en', ['de-DE', 'en-GB'], 'A4'],
  ['en', ['de-DE'], 'A4'],
  ['en', [], 'Letter'],
  ['de', ['en-US'], 'A4'],
  ['es', ['en-US'], 'A4'],
  ['es', ['en-US', 'es-MX'], 'Letter'],
  ['fr', ['fr-CA'], 'Letter'],
  ['zh-Hans', ['zh-CN', 'en-US'], 'A4'],
])('a page in %s gets the paper of its language in a browser with %j: %s', (page, tags, paper) => {
  expect(paperOf(formLocale(page, tags))).toBe(paper);
});
