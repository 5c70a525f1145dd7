// Reads and writes form files, the same as those of `inkling form new`. Their content isn't trusted.

import { pageFailure } from '../protocol/failure';
import {
  dateOrders,
  type FieldArea,
  type Form,
  type FormDraft,
  type FormField,
  fieldKinds,
} from '../protocol/forms';

const maxBytes = 1 << 20;
const anchors = ['marks', 'frame', 'paper', 'picture'] as const;
const pages = ['A4', 'Letter'] as const;

type Unknown = Record<string, unknown>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The choice that `value` is: the first if it is missing, undefined if it is none of them. */
function choiceOf<Choice>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return value === undefined ? choices[0] : choices.find((choice) => choice === value);
}

const isAbsentOr = (value: unknown, test: (value: unknown) => boolean) =>
  value === undefined || test(value);
const isNumber = (value: unknown) => Number.isFinite(value);
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;

const isArea = (value: unknown): value is FieldArea =>
  Array.isArray(value) && value.length === 4 && value.every(isNumber);

/** The optional properties of a field that are present. Drops unknown ones. */
function optionalsOf({ decimals, fixed, min, max, check_sum, order, area }: Unknown): Unknown {
  const all = { decimals, fixed, min, max, check_sum, order, area };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function fieldFrom(value: unknown): FormField | null {
  if (!isObject(value)) return null;
  const { name, boxes = 1, decimals, fixed, min, max, check_sum, order, area } = value;
  const kind = choiceOf(value.kind, fieldKinds);
  const valid =
    typeof name === 'string' &&
    isCount(boxes) &&
    isAbsentOr(decimals, isCount) &&
    isAbsentOr(fixed, (flag) => typeof flag === 'boolean') &&
    isAbsentOr(min, isNumber) &&
    isAbsentOr(max, isNumber) &&
    choiceOf(check_sum, ['none', 'luhn']) &&
    choiceOf(order, dateOrders) &&
    isAbsentOr(area, isArea);
  if (!valid || !kind) return null;
  return { name, kind, boxes, ...optionalsOf(value) } as FormField;
}

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

/** The form that an untrusted value has the shape of, or null. The engine checks what the values mean. */
export function formFrom(value: unknown): FormDraft | null {
  if (!isObject(value) || !Array.isArray(value.fields)) return null;
  const { name, id, rows = 1, row_names = [] } = value;
  const [page, anchor] = [choiceOf(value.page, pages), choiceOf(value.anchor, anchors)];
  const fields = value.fields.map(fieldFrom);
  if (typeof name !== 'string' || !isAbsentOr(id, (text) => typeof text === 'string')) return null;
  if (!isCount(rows) || !page || !anchor || fields.includes(null)) return null;
  if (!areTexts(row_names)) return null;
  const names = row_names.length > 0 ? { row_names } : {};
  const form = {
    name,
    page,
    anchor,
    rows: rows as number,
    ...names,
    fields: fields as FormField[],
  };
  return id ? { ...form, id: id as string } : form;
}

/** Throws the error that the engine has for a file that isn't a form. */
export function parseFormFile(text: string): FormDraft {
  if (new Blob([text]).size > maxBytes) throw pageFailure('formTooLarge', { limit: maxBytes });
  const value = jsonIn(text);
  if (!isObject(value) || !choiceOf(value.format, ['inkling-form'])) throw pageFailure('notForm');
  const { version = 1 } = value;
  if (typeof version !== 'number' || !(version >= 1)) throw pageFailure('notForm');
  if (version > 1) throw pageFailure('newerForm');
  const form = formFrom(value);
  if (!form) throw pageFailure('notForm');
  return form;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const formJson = (form: Form): string => `${JSON.stringify(form, null, 2)}\n`;

/** The form's name without characters that some file systems reject, or "form". Has no extension. */
export function fileNameOf({ name }: Pick<FormDraft, 'name'>): string {
  return (
    name
      .replaceAll(/[^\p{L}\p{N} _-]+/gu, '')
      .trim()
      .replaceAll(/\s+/g, '-') || 'form'
  );
}
