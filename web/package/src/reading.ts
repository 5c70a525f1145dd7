/** A point of the pen in any unit: size and position don't affect the reading. */
export interface InkPoint {
  x: number;
  y: number;
}

/** The reading of one digit, or of another character that the weights have a class for. */
export interface DigitReading {
  /** The likeliest class: a digit from 0 to 9, or an index into `classes`. */
  digit: number;
  /** The name of the class. */
  name: string;
  probability: number;
  /** The probability of each class, in the order of `classes`. */
  probabilities: number[];
  /** False if the drawing was rejected. Then `digit` is only a guess. */
  isDigit: boolean;
  /** The bounding box of the ink, in the unit of the strokes. */
  box: { x: number; y: number; width: number; height: number };
}

/** A mark that is not a digit, such as a decimal point. */
export interface MarkReading {
  kind: string; // point, comma, dash, slash, equals, underline or frame
  box: { x: number; y: number; width: number; height: number };
}

/** The reading of strokes, from left to right. */
export interface PadReading {
  /** Digits and the marks between them, such as 3.14. A question mark stands for anything unreadable. */
  text: string;
  /** The names of the classes. */
  classes: readonly string[];
  digits: DigitReading[];
  marks: MarkReading[];
}
