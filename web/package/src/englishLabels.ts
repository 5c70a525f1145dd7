import type { Kind } from '../../src/shared/classes.js';
import { english, type PadLabels } from './labels.js';

/** Labels that differ if the weights read something other than digits. */
const ofSymbols: Partial<PadLabels> = {
  field: 'Symbols',
  pad: 'Pad: write with a mouse, pen or finger, or type below',
  write: 'Write here',
  type: 'or type',
  typeOnly: 'Handwriting can’t be read right now. Type below.',
  noDigit: 'Part of this can’t be read. Write it again or type it.',
  required: 'Write or type something.',
  countOne: 'Enter 1 symbol.',
  count: 'Enter {digits} symbols.',
};

export const englishOf = (kind: Kind): PadLabels =>
  kind === 'digit' ? english : { ...english, ...ofSymbols };
