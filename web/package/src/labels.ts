/** Every sentence of a pad. What stands in braces is put in. */
export interface PadLabels {
  /** The field's name where it has no label. */
  field: string;
  /** What a screen reader says of the sheet. */
  pad: string;
  /** Stands on the empty sheet. */
  write: string;
  /** Stands in the empty field below it. */
  type: string;
  undo: string;
  clear: string;
  /** Until the first drawing can be read. */
  reading: string;
  /** Where nothing can be read. */
  typeOnly: string;
  /** {value} */
  announced: string;
  /** {digit}, {other} */
  unsure: string;
  noDigit: string;
  required: string;
  /** {digits} */
  count: string;
}

export const english: PadLabels = {
  field: 'Digits',
  pad: 'Sheet to write digits on with mouse, pen or finger; they can be typed below instead',
  write: 'Write digits here',
  type: 'or type them',
  undo: 'Undo',
  clear: 'Clear',
  reading: 'Getting ready to read…',
  typeOnly: 'Handwriting cannot be read here at the moment: type the digits below.',
  announced: 'Read: {value}',
  unsure: '{digit} or {other}?',
  noDigit: 'Part of this is no digit: write it again, or type the digits.',
  required: 'Write or type the digits.',
  count: 'Number of digits needed here: {digits}.',
};

export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (braced, name) => String(values[name] ?? braced));
}
