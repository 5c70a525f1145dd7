/** A point of the pen, in any unit: neither size nor place changes what is read. */
export interface InkPoint {
  x: number;
  y: number;
}

/** One digit, or another sign that the weights have a class for, as it was read. */
export interface DigitReading {
  /** The likeliest class: a digit from 0 to 9, or a place in `classes`. */
  digit: number;
  /** The name of that class. */
  name: string;
  probability: number;
  /** Of each class, in their order. */
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
  /** The names of the classes. */
  classes: readonly string[];
  digits: DigitReading[];
  marks: MarkReading[];
}
