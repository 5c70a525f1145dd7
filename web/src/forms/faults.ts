// Validates a form, with an error per field to show beside it. Whether the columns fit on the paper is for
// the engine to check.
import type { FormDraft, FormField } from '../protocol/forms';
import { within } from '../shared/settings';
import { boxesRange, maxFields, rowsRange } from './fields';

export type NameFault = 'noName' | 'longName';
export type FieldFault = NameFault | 'takenName' | 'boxes' | 'limits';

export interface Faults {
  name: NameFault | null;
  rows: boolean;
  fields: readonly (FieldFault | null)[];
  count: 'noFields' | 'manyFields' | null;
}

const maxNameBytes = 200;

/** The name as it is printed: on one line, without control characters. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

function nameFault(name: string): NameFault | null {
  const printed = normaliseName(name);
  if (printed === '') return 'noName';
  return new TextEncoder().encode(printed).length > maxNameBytes ? 'longName' : null;
}

/** A decimal needs at least one digit before the point. */
function boxesFault({ boxes, decimals = 0 }: FormField): boolean {
  return !within(boxes, boxesRange) || boxes <= decimals;
}

function fieldFault(field: FormField, takenNames: ReadonlySet<string>): FieldFault | null {
  const fault = nameFault(field.name);
  if (fault) return fault;
  if (takenNames.has(normaliseName(field.name))) return 'takenName';
  if (boxesFault(field)) return 'boxes';
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  return min > max ? 'limits' : null;
}

function countFault(form: FormDraft): Faults['count'] {
  if (form.fields.length === 0) return 'noFields';
  return form.fields.length > maxFields(form) ? 'manyFields' : null;
}

export function faultsOf(form: FormDraft): Faults {
  const names = new Set<string>();
  const fields = form.fields.map((field) => {
    const fault = fieldFault(field, names);
    names.add(normaliseName(field.name));
    return fault;
  });
  return {
    name: nameFault(form.name),
    rows: !within(form.rows, rowsRange),
    fields,
    count: countFault(form),
  };
}

export function isFaultless({ name, rows, fields, count }: Faults): boolean {
  return name === null && !rows && count === null && fields.every((fault) => fault === null);
}

/** The form with all names as they are printed. */
export function normalised(form: FormDraft): FormDraft {
  const fields = form.fields.map((field) => ({ ...field, name: normaliseName(field.name) }));
  return { ...form, name: normaliseName(form.name), fields };
}
