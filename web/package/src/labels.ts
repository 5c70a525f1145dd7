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
  pad: 'Pad: write digits with a mouse, pen or finger, or type them below',
  write: 'Write digits here',
  type: 'or type them',
  undo: 'Undo',
  clear: 'Clear',
  reading: 'Loading the model…',
  typeOnly: 'Handwriting can’t be read right now. Type the digits below.',
  announced: 'Read: {value}',
  unsure: '{digit} or {other}?',
  noDigit: 'Part of this isn’t a digit. Write it again or type the digits.',
  required: 'Write or type the digits.',
  count: 'Number of digits required: {digits}.',
};

export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (braced, name) => String(values[name] ?? braced));
}
