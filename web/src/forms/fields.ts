// The fields of a form, and what a person does to them. Nothing changes in place: each step makes a new form.
import type { DateOrder, FieldKind, FormDraft, FormField } from '../protocol/forms';

export const rowsRange = { min: 1, max: 1000, whole: true };
export const boxesRange = { min: 1, max: 20, whole: true };
export const mostDecimals = 4;
export const mostColumns = 40;
export const mostAreas = 1000;

export type Anchored = Pick<FormDraft, 'anchor'>;

/** A blank custom form has a place for each field instead of columns. */
export const isCustom = ({ anchor }: Anchored): boolean => anchor !== 'marks';

export const mostFields = (form: Anchored): number => (isCustom(form) ? mostAreas : mostColumns);

/** How many digits stand before the point; all of them where there is none. */
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

/** Whether a limit or a check sum can be set for a kind. */
export const hasLimits = (kind: FieldKind): boolean => kind === 'digits' || kind === 'decimal';
export const hasCheckSum = (kind: FieldKind): boolean => kind === 'digits' || kind === 'id';

const usualDigits = 3;

/** The same field for something else: with what both kinds have in common. */
export function withKind(field: FormField, kind: FieldKind, order: DateOrder): FormField {
  const { name, area } = field;
  const place = area ? { area } : {};
  const digits = field.kind === 'date' || field.kind === 'tick' ? usualDigits : digitsOf(field);
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

/** With a least or most value, or without one. */
export function withLimit(field: FormField, limit: 'min' | 'max', value: number | null): FormField {
  const { [limit]: _, ...rest } = field;
  return value === null ? rest : { ...rest, [limit]: value };
}

/** Another id for another form: the engine makes one of what is in it. */
const withFields = ({ id: _, ...form }: FormDraft, fields: readonly FormField[]): FormDraft => ({
  ...form,
  fields,
});

export function changed(form: FormDraft, changes: Partial<FormDraft>): FormDraft {
  return withFields({ ...form, ...changes }, changes.fields ?? form.fields);
}

export function added(form: FormDraft, field: FormField, at = form.fields.length): FormDraft {
  return withFields(form, form.fields.toSpliced(at, 0, field));
}

export function replaced(form: FormDraft, at: number, ...fields: FormField[]): FormDraft {
  return withFields(form, form.fields.toSpliced(at, 1, ...fields));
}

export const removed = (form: FormDraft, at: number): FormDraft => replaced(form, at);

/** The same where there is no such place. */
export function moved(form: FormDraft, from: number, to: number): FormDraft {
  const field = form.fields[from];
  if (!field || to < 0 || to >= form.fields.length) return form;
  return withFields(form, form.fields.toSpliced(from, 1).toSpliced(to, 0, field));
}

/** A name that no field has yet: this one with the first number that is free. */
export function freeName(
  form: Pick<FormDraft, 'fields'>,
  nameOf: (number: number) => string,
): string {
  const taken = new Set(form.fields.map(({ name }) => name.trim()));
  let number = form.fields.length + 1;
  while (taken.has(nameOf(number))) number += 1;
  return nameOf(number);
}

/** A new column like the last one, which it is most often. */
export function nextField(form: FormDraft, name: string): FormField {
  const last = form.fields.at(-1);
  if (!last || last.kind === 'date') return { name, kind: 'digits', boxes: usualDigits };
  const { area: _, ...same } = last;
  return { ...same, name };
}
