// Geometry of the boxes on a blank sheet, in fractions of its picture.
import type { FieldArea, FormField } from '../../protocol/forms';
import type { Point } from '../../shared/strokes';

export const minSide = 0.004; // anything smaller is a slip of the hand

const clamp = (value: number, min: number, max: number) =>
  Math.max(min, Math.min(value, Math.max(min, max)));

/** The area with these opposite corners, clipped to the sheet. */
export function areaBetween(one: Point, other: Point): FieldArea {
  const share = (value: number) => clamp(value, 0, 1);
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)].map(share);
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)].map(share);
  return [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0];
}

export function isLargeEnough([left, top, right, bottom]: FieldArea): boolean {
  return right - left >= minSide && bottom - top >= minSide;
}

/** Keeps the size, and stops at the edges of the sheet. */
export function movedArea([left, top, right, bottom]: FieldArea, offset: Point): FieldArea {
  const x = clamp(offset.x, -left, 1 - right);
  const y = clamp(offset.y, -top, 1 - bottom);
  return [left + x, top + y, right + x, bottom + y];
}

/** Moves the bottom right corner. */
export function resizedArea([left, top, right, bottom]: FieldArea, offset: Point): FieldArea {
  return [
    left,
    top,
    clamp(right + offset.x, left + minSide, 1),
    clamp(bottom + offset.y, top + minSide, 1),
  ];
}

/** The area of a new box: below the last box if there is room, otherwise in the middle of the sheet. */
export function nextArea(fields: readonly FormField[]): FieldArea {
  const last = fields.at(-1)?.area;
  const height = last ? last[3] - last[1] : 0;
  return last && last[3] + 1.25 * height <= 1
    ? movedArea(last, { x: 0, y: 1.25 * height })
    : [0.35, 0.45, 0.65, 0.55];
}

/** The spreadsheet name of a column, counted from 0: A to Z, then AA. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${lettersOf(Math.floor(column / 26) - 1)}${letter}`;
}

/** Splits a field into a grid of cells, row by row, named as in a spreadsheet: "Sudoku B3". */
export function gridOf(field: FormField, rows: number, columns: number): FormField[] {
  const [left, top, right, bottom] = field.area ?? [0, 0, 1, 1];
  const x = (column: number) => left + ((right - left) * column) / columns;
  const y = (row: number) => top + ((bottom - top) * row) / rows;
  return Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const area: FieldArea = [x(column), y(row), x(column + 1), y(row + 1)];
    return { ...field, name: `${field.name} ${lettersOf(column)}${row + 1}`, area };
  });
}
