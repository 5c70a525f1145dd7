// Forms as the core's JSON has them (core/form/FormJson.h): the files of `inkling form new` are the same.

export const fieldKinds = ['digits', 'decimal', 'date', 'tick', 'id'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const dateOrders = ['day-month-year', 'month-day-year', 'year-month-day'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Left, top, right and bottom, in shares of the anchor from 0 to 1. */
export type FieldArea = readonly [left: number, top: number, right: number, bottom: number];

export interface FormField {
  name: string; // no other field of the form has it
  kind: FieldKind;
  boxes: number; // 8 for a date, 1 for a tick
  decimals?: number; // how many boxes stand behind a decimal's point
  fixed?: boolean; // all boxes are filled, or none; true for dates and IDs
  min?: number;
  max?: number;
  check_sum?: 'none' | 'luhn';
  order?: DateOrder; // of a date
  area?: FieldArea; // on a custom form
}

/** What the engine makes a form of: it sets an id where there is none. */
export interface FormDraft {
  name: string;
  id?: string; // 1 to 12 of A-Z and 0-9
  page: 'A4' | 'Letter';
  anchor: 'marks' | 'frame' | 'paper' | 'picture'; // marks: of a sheet that Inkling prints
  rows: number; // on all pages; 1 on a custom form
  row_names?: readonly string[]; // of the first rows; "" for a row without a name
  fields: readonly FormField[];
}

/** A form that the engine has checked and completed. */
export interface Form extends FormDraft {
  format: 'inkling-form';
  version: 1;
  id: string;
}

/** A form, and its pages to print: an SVG file each. A custom form has none. */
export interface MadeForm {
  form: Form;
  pages: readonly string[];
}

/** A form over a picture of its blank sheet, in whose shares the areas are. */
export interface BlankForm {
  form: FormDraft;
  source: File;
}

/** Why a person should look at a cell, as the core names it. */
export const reviewReasons = [
  'unsure', // another digit is nearly as likely
  'not a digit',
  'faint mark',
  'gap between digits',
  'digits missing',
  'no such date',
  'out of range',
  'wrong check sum',
  'outside the picture',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** The page of a form that a picture shows. */
export interface FormPage {
  id: string; // of the form
  name: string;
  page: number; // from 1
  rows: number; // on all pages
  rowNames?: readonly string[]; // see FormDraft
}
