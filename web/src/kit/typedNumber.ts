// Numbers in fields that people type into: the language's decimal separator, and every digit.
import { language } from '../messages/language.svelte';
import { withLatinDigits } from '../messages/numbers';

function separator(): string {
  const parts = new Intl.NumberFormat(withLatinDigits(language.tag)).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** Nothing for what is no number. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return String(Number(value.toPrecision(12))).replace('.', separator());
}

/** A comma and a point both part the fraction. Not a number for anything that isn't one. */
export function numberIn(text: string): number {
  const plain = text.trim().replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}
