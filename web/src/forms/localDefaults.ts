// What paper and dates look like where the person is.
import type { DateOrder, FormDraft } from '../protocol/forms';
import { usableLocale } from '../shared/locale';

/** Where paper is cut to Letter; everywhere else it is A4. */
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

/** The paper of the region that a tag such as `en-US` names, or else of the one where its language is most spoken. */
export function paperOf(tag: string): FormDraft['page'] {
  const { region = '' } = new Intl.Locale(usableLocale(tag)).maximize();
  return letterRegions.has(region) ? 'Letter' : 'A4';
}

/** The order in which dates are written there. */
export function dateOrderOf(tag: string): DateOrder {
  const format = new Intl.DateTimeFormat(usableLocale(tag), {
    calendar: 'gregory',
    dateStyle: 'short',
  });
  const parts = format.formatToParts(new Date(0)).map(({ type }) => type);
  if (parts.indexOf('year') < parts.indexOf('day')) return 'year-month-day';
  return parts.indexOf('month') < parts.indexOf('day') ? 'month-day-year' : 'day-month-year';
}
