// Edits to a form and its fields. Forms are immutable: each edit returns a new one.
import type { DateOrder, FieldKind, FormDraft, FormField } from '../protocol/forms';

export const rowsRange = { min: 1, max: 1000, whole: true };
export const boxesRange = { min: 1, max: 20, whole: true };
export const maxDecimals = 4;
export const maxColumns = 40;
export const maxAreas = 1000;

export type Anchored = Pick<FormDraft, 'anchor'>;

/** Custom forms have an area per field instead of columns. */
export const isCustom = ({ anchor }: Anchored): boolean => anchor !== 'marks';

export const maxFields = (form: Anchored): number => (isCustom(form) ? maxAreas : maxColumns);

/** The number of digits before the decimal point, or of all digits if there is none. */
export const digitsOf = ({ boxes, decimals = 0 }: FormField): number => boxes - decimals;

export const withDigits = (field: FormField, digits: number): FormField => ({
  ...field,
  boxes: digits + (field.decimals ?? 0),
});

export const withDecimals = (field: FormField, decimals: number): FormField => ({
  ...field,
  boxes: digitsOf(field) + decimals,
  decimals,
});

export const hasLimits = (kind: FieldKind): boolean => kind === 'digits' || kind === 'decimal';
export const hasCheckSum = (kind: FieldKind): boolean => kind === 'digits' || kind === 'id';

const defaultDigits = 3;

/** Changes a field's kind. Keeps its name, area and whatever else both kinds have in common. */
export function withKind(field: FormField, kind: FieldKind, order: DateOrder): FormField {
  const { name, area } = field;
  const place = area ? { area } : {};
  const digits = field.kind === 'date' || field.kind === 'tick' ? defaultDigits : digitsOf(field);
  const limits = hasLimits(kind) ? limitsOf(field) : {};
  switch (kind) {
    case 'date':
      return { name, kind, boxes: 8, order, ...place };
    case 'tick':
      return { name, kind, boxes: 1, ...place };
    case 'decimal':
      return { name, kind, boxes: digits + 1, decimals: 1, ...limits, ...place };
    default:
      return { name, kind, boxes: digits, ...limits, ...place };
  }
}

function limitsOf({ min, max }: FormField): Partial<FormField> {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Sets a limit, or removes it if `value` is null. */
export function withLimit(field: FormField, limit: 'min' | 'max', value: number | null): FormField {
  const { [limit]: _, ...rest } = field;
  return value === null ? rest : { ...rest, [limit]: value };
}

/** Drops the id: sheets printed before the edit have it, so the engine must derive another. */
const withFields = ({ id: _, ...form }: FormDraft, fields: readonly FormField[]): FormDraft => ({
  ...form,
  fields,
});

export function changed(form: FormDraft, changes: Partial<FormDraft>): FormDraft {
  return withFields({ ...form, ...changes }, changes.fields ?? form.fields);
}

/** The names in a text, one a line. In a row pasted from a spreadsheet, the cells are one name. */
export function rowNamesIn(text: string): string[] {
  const names = text.split(/\r\n|[\r\n]/).map((line) => line.replaceAll('\t', ' '));
  while (names.length > 0 && names.at(-1)?.trim() === '') names.pop();
  return names;
}

/** Names the rows, and adds rows if there are more names. */
export function withRowNames(form: FormDraft, names: readonly string[]): FormDraft {
  const { row_names: _, ...unnamed } = form;
  const rows = Math.min(rowsRange.max, Math.max(form.rows, names.length));
  return changed(unnamed, { rows, ...(names.length > 0 ? { row_names: names } : {}) });
}

export function added(form: FormDraft, field: FormField, at = form.fields.length): FormDraft {
  return withFields(form, form.fields.toSpliced(at, 0, field));
}

export function replaced(form: FormDraft, at: number, ...fields: FormField[]): FormDraft {
  return withFields(form, form.fields.toSpliced(at, 1, ...fields));
}

export const removed = (form: FormDraft, at: number): FormDraft => replaced(form, at);

/** Returns the same form if `to` is out of range. */
export function moved(form: FormDraft, from: number, to: number): FormDraft {
  const field = form.fields[from];
  if (!field || to < 0 || to >= form.fields.length) return form;
  return withFields(form, form.fields.toSpliced(from, 1).toSpliced(to, 0, field));
}

/** The first unused name of a numbered series such as "Column 3". */
export function freeName(
  form: Pick<FormDraft, 'fields'>,
  nameOf: (number: number) => string,
): string {
  const taken = new Set(form.fields.map(({ name }) => name.trim()));
  let number = form.fields.length + 1;
  while (taken.has(nameOf(number))) number += 1;
  return nameOf(number);
}

/** A new field like the last one, as forms often repeat a kind. A form rarely has a second date. */
export function nextField(form: FormDraft, name: string): FormField {
  const last = form.fields.at(-1);
  if (!last || last.kind === 'date') return { name, kind: 'digits', boxes: defaultDigits };
  const { area: _, ...same } = last;
  return { ...same, name };
}
