// Validates what a person types for a cell of a form, by the same rules as the core (core/form/FieldValue.h).
import type { DateOrder, FormField } from '../protocol/forms';

/** The rule that a text breaks. */
export type Fault =
  | 'digits'
  | 'decimal'
  | 'tooLong'
  | 'incomplete'
  | 'noDate'
  | 'tick'
  | 'range'
  | 'checkSum';

const partsOfDate: Record<DateOrder, readonly ('year' | 'month' | 'day')[]> = {
  'day-month-year': ['day', 'month', 'year'],
  'month-day-year': ['month', 'day', 'year'],
  'year-month-day': ['year', 'month', 'day'],
};

const lengths = { year: 4, month: 2, day: 2 };

/** The parts of a date such as "29.11.2026" or "29112026", or null if it doesn't have three. */
function datePartsIn(
  text: string,
  order: DateOrder,
): Record<'year' | 'month' | 'day', string> | null {
  const names = partsOfDate[order];
  const groups = names.map((name) => `(\\d{${lengths[name]}})`).join('');
  const found =
    text.match(new RegExp(`^${groups}$`)) ?? text.match(/^(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\.?$/);
  if (!found) return null;
  const part = (name: 'year' | 'month' | 'day') =>
    (found[names.indexOf(name) + 1] ?? '').padStart(lengths[name], '0');
  return { year: part('year'), month: part('month'), day: part('day') };
}

const isIsoDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Converts to ISO 8601. A text that isn't a date is returned as it is. */
function asDate(text: string, order: DateOrder): string {
  const parts = isIsoDate(text) ? null : datePartsIn(text, order);
  return parts ? `${parts.year}-${parts.month}-${parts.day}` : text;
}

const ticks = /^[x×✓✔+1]$/i;

/** The text in the core's notation: "7.5" for "7,5", "2026-11-29" for "29.11.2026". */
export function canonicalText(text: string, { kind, order = 'day-month-year' }: FormField): string {
  if (kind === 'decimal') return text.replace(',', '.');
  if (kind === 'date') return asDate(text, order);
  return kind === 'tick' && ticks.test(text) ? 'x' : text;
}

/** Whether a text is an ISO date from 1900 to 2099, the range that the core accepts. */
function isDate(text: string): boolean {
  if (!isIsoDate(text) || !/^(19|20)/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO/IEC 7812-1: doubles every second digit from the right, and subtracts 9 from results above 9. */
function passesLuhn(digits: string): boolean {
  const values = [...digits].reverse().map((digit, at) => Number(digit) * (1 + (at % 2)));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

function faultOfDigits(text: string, { boxes, fixed, check_sum }: FormField): Fault | null {
  if (!/^\d+$/.test(text)) return 'digits';
  if (text.length > boxes) return 'tooLong';
  if (fixed && text.length < boxes) return 'incomplete';
  return check_sum === 'luhn' && !passesLuhn(text) ? 'checkSum' : null;
}

function faultOfDecimal(text: string, { boxes, decimals = 1 }: FormField): Fault | null {
  if (!/^\d+(\.\d+)?$/.test(text)) return 'decimal';
  const [whole = '', fraction = ''] = text.split('.');
  return whole.length > boxes - decimals || fraction.length > decimals ? 'tooLong' : null;
}

function faultOfKind(text: string, field: FormField): Fault | null {
  if (field.kind === 'date') return isDate(text) ? null : 'noDate';
  if (field.kind === 'tick') return text === 'x' ? null : 'tick';
  return field.kind === 'decimal' ? faultOfDecimal(text, field) : faultOfDigits(text, field);
}

/** The field's rule that a text breaks, or null. The text is one of canonicalText(). A cell may be empty. */
export function faultOf(text: string, field: FormField): Fault | null {
  if (text === '') return null;
  const fault = faultOfKind(text, field);
  if (fault) return fault;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  return Number(text) < min || Number(text) > max ? 'range' : null;
}
