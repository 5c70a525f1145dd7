// Places on a blank sheet, in shares of its picture.
import type { FieldArea, FormField } from '../../protocol/forms';
import type { Point } from '../../shared/strokes';

export const leastSide = 0.004; // of the picture: anything smaller is a slip of the hand

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, Math.max(least, most)));

/** With these as opposite corners, as far as they are on the sheet. */
export function areaBetween(one: Point, other: Point): FieldArea {
  const share = (value: number) => within(value, 0, 1);
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)].map(share);
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)].map(share);
  return [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0];
}

export function isLargeEnough([left, top, right, bottom]: FieldArea): boolean {
  return right - left >= leastSide && bottom - top >= leastSide;
}

/** The same size, as far as the sheet goes. */
export function movedArea([left, top, right, bottom]: FieldArea, by: Point): FieldArea {
  const x = within(by.x, -left, 1 - right);
  const y = within(by.y, -top, 1 - bottom);
  return [left + x, top + y, right + x, bottom + y];
}

/** With the end, at the right and below, moved. */
export function resizedArea([left, top, right, bottom]: FieldArea, by: Point): FieldArea {
  return [
    left,
    top,
    within(right + by.x, left + leastSide, 1),
    within(bottom + by.y, top + leastSide, 1),
  ];
}

/** A place for a new box: below the last one where there is room, else in the middle. */
export function nextArea(fields: readonly FormField[]): FieldArea {
  const last = fields.at(-1)?.area;
  const height = last ? last[3] - last[1] : 0;
  return last && last[3] + 1.25 * height <= 1
    ? movedArea(last, { x: 0, y: 1.25 * height })
    : [0.35, 0.45, 0.65, 0.55];
}

/** Letters as spreadsheets name their columns: A to Z, then AA. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${lettersOf(Math.floor(column / 26) - 1)}${letter}`;
}

/** The cells of a grid in a field's place, row by row, named like those of a spreadsheet: "Sudoku B3". */
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
