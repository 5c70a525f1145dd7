import { messages } from '../messages';
import type { FormField } from '../protocol/forms';
import type { Fault } from './fieldRules';

function rangeText({ min, max }: FormField): string {
  const bounds = min === undefined ? 'most' : max === undefined ? 'least' : 'both';
  return messages.sheets.cells.range({ bounds, min: String(min ?? ''), max: String(max ?? '') });
}

/** The message for a typed text that breaks a rule of its field. */
export function faultText(fault: Fault, field: FormField): string {
  if (fault === 'range') return rangeText(field);
  return messages.sheets.cells.fault({ fault, boxes: field.boxes });
}
