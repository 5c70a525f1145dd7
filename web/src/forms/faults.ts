// What is wrong with a form, beside which field it is said. Whether its columns fit on the paper the engine knows.
import type { FormDraft, FormField } from '../protocol/forms';
import { within } from '../shared/settings';
import { boxesRange, mostFields, rowsRange } from './fields';

export type NameFault = 'noName' | 'longName';
export type FieldFault = NameFault | 'takenName' | 'boxes' | 'limits';

export interface Faults {
  name: NameFault | null;
  rows: boolean;
  fields: readonly (FieldFault | null)[];
  count: 'noFields' | 'manyFields' | null;
}

const mostNameBytes = 200;

/** As it is printed: on one line, without what can't be seen. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

function nameFault(name: string): NameFault | null {
  const tidy = tidyName(name);
  if (tidy === '') return 'noName';
  return new TextEncoder().encode(tidy).length > mostNameBytes ? 'longName' : null;
}

/** A decimal has a digit before its point, too. */
function boxesFault({ boxes, decimals = 0 }: FormField): boolean {
  return !within(boxes, boxesRange) || boxes <= decimals;
}

function fieldFault(field: FormField, before: ReadonlySet<string>): FieldFault | null {
  const fault = nameFault(field.name);
  if (fault) return fault;
  if (before.has(tidyName(field.name))) return 'takenName';
  if (boxesFault(field)) return 'boxes';
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  return min > max ? 'limits' : null;
}

function countFault(form: FormDraft): Faults['count'] {
  if (form.fields.length === 0) return 'noFields';
  return form.fields.length > mostFields(form) ? 'manyFields' : null;
}

export function faultsOf(form: FormDraft): Faults {
  const names = new Set<string>();
  const fields = form.fields.map((field) => {
    const fault = fieldFault(field, names);
    names.add(tidyName(field.name));
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

/** With names as they are printed. */
export function tidied(form: FormDraft): FormDraft {
  const fields = form.fields.map((field) => ({ ...field, name: tidyName(field.name) }));
  return { ...form, name: tidyName(form.name), fields };
}
