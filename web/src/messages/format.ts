// Formats numbers as people read them: grouped, with units, and no more digits than are meaningful. Digits are
// Latin in every language, as on the pad.
import { language } from './language.svelte';
import type { Language } from './languages';
import {
  powerOfTen,
  roundedShare,
  withLatinDigits,
  withoutBreaks,
  withTimeSymbols,
} from './numbers';

function formatsIn(tag: string) {
  const locale = withLatinDigits(tag);
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const unit = (name: string, maxFractionDigits: number) =>
    number({
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: maxFractionDigits,
    });
  return {
    whole: number({ maximumFractionDigits: 0 }),
    significant: number({ maximumSignificantDigits: 3, useGrouping: false }),
    scientific: number({ notation: 'scientific', maximumSignificantDigits: 2 }),
    percent: number({ style: 'percent', maximumFractionDigits: 1 }),
    tenths: number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    second: unit('second', 1),
    minute: unit('minute', 0),
    hour: unit('hour', 0),
    byte: unit('byte', 0),
    kilobyte: unit('kilobyte', 0),
    megabyte: unit('megabyte', 1),
    gigabyte: unit('gigabyte', 1),
    compact: number({ notation: 'compact', compactDisplay: 'long' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    list: new Intl.ListFormat(tag, { type: 'conjunction' }),
  };
}

type Formats = ReturnType<typeof formatsIn>;
type Numbers = Exclude<keyof Formats, 'moment' | 'list'>;

const made = new Map<Language, Formats>();

/** Cached: creating formats costs a hundred times as much as using them. */
function formats(): Formats {
  const ready = made.get(language.name) ?? formatsIn(language.tag);
  made.set(language.name, ready);
  return ready;
}

function written(value: number, kind: Numbers): string {
  return withoutBreaks(formats()[kind].format(value));
}

export function count(value: number): string {
  return written(value, 'whole');
}

/** Formats 0.9713 as "97.1%". */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const rounded = roundedShare(share);
  return written(rounded, rounded % 1 === 0 ? 'percent' : 'tenths');
}

/** Formats a percentage as briefly as possible, for an axis. */
export function percentMark(share: number): string {
  return written(share, 'percent');
}

/** Formats one of several probabilities. Shows small ones as "under 1%" rather than 0%. */
export function likelihood(share: number, _locale: string, under: string): string {
  return share < 0.01 ? under.replace('%', percentMark(0.01)) : percent(share);
}

/** Formats losses and rates: three significant digits, without long rows of zeros. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const tiny = value !== 0 && Math.abs(value) < 1e-6;
  if (!tiny) return written(value, 'significant');
  return withoutBreaks(powerOfTen(formats().scientific.formatToParts(value)));
}

/** Formats a speed, rounded for comparison. */
export function speed(perSecond: number): string {
  return count(Number(perSecond.toPrecision(3)));
}

const time = (value: number, unit: 'second' | 'minute' | 'hour') =>
  withTimeSymbols(written(value, unit));

/** Formats 75 000 ms as "1 min 15 s". Less than a second has one decimal, so that it doesn't look like nothing. */
export function duration(ms: number): string {
  if (ms > 0 && ms < 950) return time(Math.max(1, Math.round(ms / 100)) / 10, 'second');
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return time(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${time(minutes, 'minute')} ${time(seconds % 60, 'second')}`;
  return `${time(Math.floor(minutes / 60), 'hour')} ${time(minutes % 60, 'minute')}`;
}

/** Formats 76 775 041 as "76.8 MB". */
export function bytes(size: number): string {
  if (size < 1000) return written(size, 'byte');
  if (size < 1e6) return written(size / 1000, 'kilobyte');
  return size < 1e9 ? written(size / 1e6, 'megabyte') : written(size / 1e9, 'gigabyte');
}

/** Formats 120 000 000 as "120 million". */
export function compact(value: number): string {
  return written(value, 'compact');
}

/** Formats a date and time from milliseconds since 1970. */
export function moment(ms: number): string {
  return formats().moment.format(ms);
}

/** Lists the first few names, and how many more there are. */
export function listOfSome(items: readonly string[], limit = 10): string {
  if (items.length <= limit) return list(items);
  return list([...items.slice(0, limit), `+${count(items.length - limit)}`]);
}

/** Formats a list: "3, 5, and 7". */
export function list(items: readonly string[]): string {
  return formats().list.format(items);
}
