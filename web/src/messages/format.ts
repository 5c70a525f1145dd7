// Numbers as people read them: grouped, with their unit, and no more digits than are honest.

const language = 'en';
const space = '\u00a0';
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const plural = new Intl.PluralRules(language);

export function count(value: number): string {
  return whole.format(value);
}

/** "1 image", "2 images". */
export function counted(value: number, one: string, other: string): string {
  return `${count(value)}${space}${plural.select(value) === 'one' ? one : other}`;
}

/** 0.9713 is "97.1 %". Only what is whole is called 100 %. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const tenths = Math.round(share * 1000);
  const honest = tenths === 1000 && share < 1 ? 999 : tenths;
  const text = honest % 1000 === 0 ? String(honest / 10) : (honest / 10).toFixed(1);
  return `${text}${space}%`;
}

/** Losses and rates: three significant digits. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return String(Number(value.toPrecision(3)));
}

/** A speed, rounded to what a person can compare. */
export function speed(perSecond: number): string {
  return whole.format(Number(perSecond.toPrecision(3)));
}

/** 75 000 ms is "1 min 15 s". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds}${space}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${space}min ${seconds % 60}${space}s`;
  return `${Math.floor(minutes / 60)}${space}h ${minutes % 60}${space}min`;
}

/** 76 775 041 is "76.8 MB". */
export function bytes(size: number): string {
  if (size < 1000) return `${size}${space}B`;
  if (size < 1e6) return `${(size / 1000).toFixed(0)}${space}kB`;
  return `${(size / 1e6).toFixed(1)}${space}MB`;
}
