/** Every text of a pad. Parts in braces are placeholders. */
export interface PadLabels {
  /** The field's name if it has no label. */
  field: string;
  /** The sheet's name for screen readers. */
  pad: string;
  /** Shown on the empty sheet. */
  write: string;
  /** Placeholder of the text field below the sheet. */
  type: string;
  undo: string;
  clear: string;
  /** Shown until the first drawing can be read. */
  reading: string;
  /** Shown if reading isn't available. */
  typeOnly: string;
  /** {value} */
  announced: string;
  /** {digit}, {other} */
  unsure: string;
  noDigit: string;
  required: string;
  /** For one digit. */
  countOne: string;
  /** {digits}; for any other number */
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
  countOne: 'Enter 1 digit.',
  count: 'Enter {digits} digits.',
};

export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (braced, name) => String(values[name] ?? braced));
}
