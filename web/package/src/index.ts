import { InklingPad } from './InklingPad.js';
import type { PadReading } from './reading.js';

export type { PadLabels } from './labels.js';
export { createReader, type Reader, ReaderError, type ReaderOptions } from './reader.js';
export type { DigitReading, InkPoint, PadReading } from './reading.js';
export { InklingPad };

declare global {
  interface HTMLElementTagNameMap {
    'inkling-pad': InklingPad;
  }
  interface HTMLElementEventMap {
    'inkling-reading': CustomEvent<PadReading>;
  }
}

if (!customElements.get('inkling-pad')) customElements.define('inkling-pad', InklingPad);
