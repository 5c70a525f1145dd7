// Validates a form, with an error per field to show beside it. Whether the columns fit on the paper is for
// the engine to check.
import type { FormDraft, FormField } from '../protocol/forms';
import { within } from '../shared/range';
import { boxesRange, maxFields, rowsRange } from './fields';

export type NameFault = 'noName' | 'longName';
export type FieldFault = NameFault | 'takenName' | 'boxes' | 'limits';

/** There are more names than rows, or the name of this row, from 1, is too long. */
export type RowNamesFault = 'manyNames' | number;

export interface Faults {
  name: NameFault | null;
  rows: boolean;
  rowNames: RowNamesFault | null;
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

function rowNamesFault({ rows, row_names = [] }: FormDraft): RowNamesFault | null {
  if (row_names.length > rows) return 'manyNames';
  const tooLong = row_names.findIndex((name) => nameFault(name) === 'longName');
  return tooLong < 0 ? null : tooLong + 1;
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
    rowNames: rowNamesFault(form),
    fields,
    count: countFault(form),
  };
}

export function isFaultless({ name, rows, rowNames, fields, count }: Faults): boolean {
  const inForm = name !== null || rows || rowNames !== null || count !== null;
  return !inForm && fields.every((fault) => fault === null);
}

/** The first fault. Its place is the number of the column, or of the row whose name is too long, from 1. */
export interface FirstFault {
  where: NameFault | 'rows' | 'manyNames' | 'longRowName' | 'noColumns' | 'manyColumns' | 'column';
  place: number;
}

function firstFaultOfForm({ name, rows, rowNames }: Faults): FirstFault | null {
  if (name) return { where: name, place: 0 };
  if (rows) return { where: 'rows', place: 0 };
  if (rowNames === 'manyNames') return { where: rowNames, place: 0 };
  return rowNames === null ? null : { where: 'longRowName', place: rowNames };
}

export function firstFault(faults: Faults): FirstFault | null {
  const ofForm = firstFaultOfForm(faults);
  if (ofForm) return ofForm;
  const column = faults.fields.findIndex((fault) => fault !== null);
  if (column >= 0) return { where: 'column', place: column + 1 };
  if (faults.count === null) return null;
  return { where: faults.count === 'noFields' ? 'noColumns' : 'manyColumns', place: 0 };
}

/** The form with all names as they are printed. */
export function normalised(form: FormDraft): FormDraft {
  const fields = form.fields.map((field) => ({ ...field, name: normaliseName(field.name) }));
  const names = form.row_names?.map(normaliseName);
  return {
    ...form,
    name: normaliseName(form.name),
    ...(names ? { row_names: names } : {}),
    fields,
  };
}
