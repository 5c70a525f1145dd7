// Formats and parses numbers in text fields, with the language's decimal separator and all digits.
import { language } from '../messages/language.svelte';
import { withLatinDigits } from '../messages/numbers';

function separator(): string {
  const parts = new Intl.NumberFormat(withLatinDigits(language.tag)).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** Returns an empty string for NaN. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return String(Number(value.toPrecision(12))).replace('.', separator());
}

/** Accepts a comma or a point as the decimal separator. NaN if the text isn't a number. */
export function numberIn(text: string): number {
  const plain = text.trim().replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}
