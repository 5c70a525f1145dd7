import type { FormPage, ReviewReason } from '../protocol/forms';
import type { Box } from '../shared/view';

/** Where in a picture something was read. */
export interface Place {
  field: string; // of a form; empty where a picture is read line by line
  row: number; // of the form, or the line of writing, from 1
  box: Box; // in the pixels of the picture's file
}

/** A cell of a form. */
export interface Cell extends FormPage {
  column: number; // of its field, from 0
  reason: ReviewReason | null; // why a person should look at it
}

/** A row of the table: a number that was read, and what a person made of it. */
export interface Row {
  id: string;
  picture: string; // its name, with the folders or the archive that it lies in
  taken: number; // orders the pictures: later ones have more
  place: Place;
  read: string; // with "?" for what is no digit; empty where no digit was found
  confidence: number; // how likely all of it is right
  text: string; // what stands in the table: as it was read, or as a person typed it
  checked: boolean; // a person looked at it
  cell?: Cell; // where a form was read
}

/** What a person looks at to check a row, and what can be learned from a correction. */
export interface CutOut {
  picture: Uint8Array; // a JPEG file
  images: Uint8Array; // of the digits, [digits, 784]
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

/** Why a person should look at a row. */
export type Doubt = 'nothing' | (typeof doubtsOfCells)[ReviewReason];

/**
 * Numbers less likely right than this are put up to be checked. The model's probabilities are calibrated, so
 * that of numbers at this limit one in twenty is wrong, and of those above far fewer.
 */
export const defaultLimit = 0.95;

/** What a person may choose instead. */
export const limits = [0.8, 0.9, defaultLimit, 0.99, 0.999] as const;

/** Of cells the core knows which are doubtful. A person may put up more of them, by a higher limit. */
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

export function needsLook(row: Row, limit: number): boolean {
  return !row.checked && doubtOf(row, limit) !== null;
}

/** As it was typed, without what is there by mistake. */
export function tidied(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
