import type { FormPage, ReviewReason } from '../protocol/forms';
import type { Box } from '../shared/padView';

/** Where in a picture a row was read. */
export interface Place {
  field: string; // name of the form's field; empty if the picture was read line by line
  row: number; // of the form, or number of the line, from 1
  box: Box; // in pixels of the picture's file
}

/** The cell of a form that a row holds. */
export interface Cell extends Omit<FormPage, 'rowNames'> {
  rowName?: string; // if the form names its rows
  column: number; // of its field, from 0
  reason: ReviewReason | null; // why a person should look at it
}

/** A row of the table: a number that was read, and its review. */
export interface Row {
  id: string;
  picture: string; // path of the file, with its folders or archive
  taken: number; // when the picture was read; unique, see now()
  place: Place;
  read: string; // "?" stands for a character that isn't a digit; empty if nothing was found
  confidence: number; // probability that all of `read` is right
  text: string; // the value in the table: as read, or as a person typed it
  checked: boolean; // a person has reviewed it
  cell?: Cell; // if the picture shows a form
}

/** The part of a picture that shows a row, and its digits, which are learned from if the row is corrected. */
export interface CutOut {
  picture: Uint8Array; // a JPEG or PNG file
  images: Uint8Array; // [digits, 784]; empty for sample sheets
}

const doubtsOfCells = {
  unsure: 'unsure',
  'not a digit': 'unread',
  'faint mark': 'faint',
  'gap between digits': 'gap',
  'digits missing': 'incomplete',
  'no such date': 'noDate',
  'out of range': 'range',
  'wrong check sum': 'checkSum',
  'outside the picture': 'outside',
} as const satisfies Record<ReviewReason, string>;

/** Why a person should review a row. */
export type Doubt = 'nothing' | (typeof doubtsOfCells)[ReviewReason];

/**
 * Numbers with a lower confidence than this need review. The model is calibrated: one in twenty numbers at
 * this confidence is wrong, and far fewer above it.
 */
export const defaultLimit = 0.95;

/** The limits to choose from. */
export const limits = [0.8, 0.9, defaultLimit, 0.99, 0.999] as const;

/** The core decides which cells need review. A higher limit than the default adds more. */
function doubtOfCell({ reason }: Cell, confidence: number, limit: number): Doubt | null {
  if (reason) return doubtsOfCells[reason];
  return limit > defaultLimit && confidence < limit ? 'unsure' : null;
}

export function doubtOf({ read, confidence, cell }: Row, limit: number): Doubt | null {
  if (cell) return doubtOfCell(cell, confidence, limit);
  if (read === '') return 'nothing';
  if (read.includes('?')) return 'unread';
  return confidence < limit ? 'unsure' : null;
}

export function needsReview(row: Row, limit: number): boolean {
  return !row.checked && doubtOf(row, limit) !== null;
}

/** Trims a typed text, and replaces each run of spaces by one. */
export function collapseSpaces(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
