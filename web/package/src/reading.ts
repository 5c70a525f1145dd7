/** A point of the pen, in any unit: neither size nor place changes what is read. */
export interface InkPoint {
  x: number;
  y: number;
}

/** One digit, as it was read. */
export interface DigitReading {
  /** The likeliest digit, 0 to 9. */
  digit: number;
  probability: number;
  /** Of each digit from 0 to 9. */
  probabilities: number[];
  /** False where the drawing is taken for none: then `digit` is a guess. */
  isDigit: boolean;
  /** Round its ink, in the unit of the strokes. */
  box: { x: number; y: number; width: number; height: number };
}

/** A sign that is no digit, such as a point. */
export interface MarkReading {
  kind: string; // point, comma, dash, slash, equals, underline or frame
  box: { x: number; y: number; width: number; height: number };
}

/** What was read from strokes, from left to right. */
export interface PadReading {
  /** The digits with the marks between them, such as 3.14, and ? for what could not be read. */
  text: string;
  digits: DigitReading[];
  marks: MarkReading[];
}
