// Default paper size and date order of a locale.
import type { DateOrder, FormDraft } from '../protocol/forms';
import { usableLocale } from '../shared/locale';

/** Regions that use Letter paper. All others use A4. */
const letterRegions = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'CR',
  'GT',
  'SV',
  'PA',
  'PR',
  'DO',
]);

const baseOf = (tag: string) => new Intl.Locale(usableLocale(tag)).language;
const regionOf = (tag: string) => new Intl.Locale(usableLocale(tag)).maximize().region;

/**
 * Returns the locale for new forms: the browser's first one in the page's language. English is used everywhere, so
 * without one it takes the region of the browser's first language.
 */
export function formLocale(pageTag: string, browserTags: readonly string[]): string {
  const base = baseOf(pageTag);
  const spoken = browserTags.find((tag) => baseOf(tag) === base);
  if (spoken) return spoken;
  const [first] = browserTags;
  return base === 'en' && first ? `en-${regionOf(first)}` : pageTag;
}

/** A tag without a region, such as `en`, stands for the region where most people speak the language. */
export function paperOf(tag: string): FormDraft['page'] {
  const { region = '' } = new Intl.Locale(usableLocale(tag)).maximize();
  return letterRegions.has(region) ? 'Letter' : 'A4';
}

export function dateOrderOf(tag: string): DateOrder {
  const format = new Intl.DateTimeFormat(usableLocale(tag), {
    calendar: 'gregory',
    dateStyle: 'short',
  });
  const parts = format.formatToParts(new Date(0)).map(({ type }) => type);
  if (parts.indexOf('year') < parts.indexOf('day')) return 'year-month-day';
  return parts.indexOf('month') < parts.indexOf('day') ? 'month-day-year' : 'day-month-year';
}
