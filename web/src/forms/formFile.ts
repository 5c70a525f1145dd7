// Forms as files, which are those of `inkling form new`. Anything may stand in one: what is wrong is refused.

import { declined } from '../protocol/failure';
import {
  dateOrders,
  type FieldArea,
  type Form,
  type FormDraft,
  type FormField,
  fieldKinds,
} from '../protocol/forms';

const mostBytes = 1 << 20;
const anchors = ['marks', 'frame', 'paper', 'picture'] as const;
const pages = ['A4', 'Letter'] as const;

type Unknown = Record<string, unknown>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One of these words; the first where there is none, and undefined for anything else. */
function wordOf<Word>(value: unknown, words: readonly Word[]): Word | undefined {
  return value === undefined ? words[0] : words.find((word) => word === value);
}

const isAbsentOr = (value: unknown, test: (value: unknown) => boolean) =>
  value === undefined || test(value);
const isNumber = (value: unknown) => Number.isFinite(value);
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;

const isArea = (value: unknown): value is FieldArea =>
  Array.isArray(value) && value.length === 4 && value.every(isNumber);

/** Only what a form's field may have, where it is there. */
function optionalsOf({ decimals, fixed, min, max, check_sum, order, area }: Unknown): Unknown {
  const all = { decimals, fixed, min, max, check_sum, order, area };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function fieldFrom(value: unknown): FormField | null {
  if (!isObject(value)) return null;
  const { name, boxes = 1, decimals, fixed, min, max, check_sum, order, area } = value;
  const kind = wordOf(value.kind, fieldKinds);
  const right =
    typeof name === 'string' &&
    isCount(boxes) &&
    isAbsentOr(decimals, isCount) &&
    isAbsentOr(fixed, (flag) => typeof flag === 'boolean') &&
    isAbsentOr(min, isNumber) &&
    isAbsentOr(max, isNumber) &&
    wordOf(check_sum, ['none', 'luhn']) &&
    wordOf(order, dateOrders) &&
    isAbsentOr(area, isArea);
  if (!right || !kind) return null;
  return { name, kind, boxes, ...optionalsOf(value) } as FormField;
}

/** A form from where anything may stand; null where that isn't one. The engine knows the rest of what is wrong. */
export function formFrom(value: unknown): FormDraft | null {
  if (!isObject(value) || !Array.isArray(value.fields)) return null;
  const { name, id, rows = 1 } = value;
  const [page, anchor] = [wordOf(value.page, pages), wordOf(value.anchor, anchors)];
  const fields = value.fields.map(fieldFrom);
  if (typeof name !== 'string' || !isAbsentOr(id, (text) => typeof text === 'string')) return null;
  if (!isCount(rows) || !page || !anchor || fields.includes(null)) return null;
  const form = { name, page, anchor, rows: rows as number, fields: fields as FormField[] };
  return id ? { ...form, id: id as string } : form;
}

/** The form in a file's text. Throws what the engine would say of another file. */
export function parsedForm(text: string): FormDraft {
  if (text.length > mostBytes) throw declined('formTooLarge', { limit: mostBytes });
  const value = jsonIn(text);
  if (!isObject(value) || !wordOf(value.format, ['inkling-form'])) throw declined('notForm');
  if (Number(value.version ?? 1) > 1) throw declined('newerForm');
  const form = formFrom(value);
  if (!form) throw declined('notForm');
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

/** A name for files of a form, as every system takes it. */
export function fileNameOf({ name }: Pick<FormDraft, 'name'>): string {
  return (
    name
      .replaceAll(/[^\p{L}\p{N} _-]+/gu, '')
      .trim()
      .replaceAll(/\s+/g, '-') || 'form'
  );
}
