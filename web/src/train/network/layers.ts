// Edits a network's architecture as a list of layers. Knows only the syntax; the core decides what is valid.
import type { Range } from '../../shared/range';

export const kinds = ['conv', 'norm', 'relu', 'pool', 'dropout', 'flatten', 'dense'] as const;
export type Kind = (typeof kinds)[number];

export type FieldName = 'size' | 'channels' | 'window' | 'share' | 'units';

export interface Field {
  name: FieldName;
  range: Range;
}

const whole = (min: number, max: number): Range => ({ min, max, whole: true });

/** The parameters of each kind of layer. */
export const fieldsOf: Record<Kind, readonly Field[]> = {
  conv: [
    { name: 'size', range: whole(1, 15) },
    { name: 'channels', range: whole(1, 4096) },
  ],
  norm: [],
  relu: [],
  pool: [{ name: 'window', range: whole(2, 15) }],
  dropout: [{ name: 'share', range: { min: 0.01, max: 0.99, whole: false } }],
  flatten: [],
  dense: [{ name: 'units', range: whole(1, 4096) }],
};

export interface Layer {
  kind: Kind;
  numbers: readonly number[]; // the values of its fields, in order
  valid: boolean; // convolution without padding
}

/** The initial text of a new layer. */
export const fresh: Record<Kind, string> = {
  conv: 'conv 3x3 16',
  norm: 'norm',
  relu: 'relu',
  pool: 'pool 2',
  dropout: 'dropout 0.2',
  flatten: 'flatten',
  dense: 'dense 10',
};

/** Splits an architecture into the texts of its layers. */
export function piecesOf(architecture: string): string[] {
  return architecture
    .split('|')
    .map((piece) => piece.trim().replaceAll(/\s+/g, ' '))
    .filter((piece) => piece !== '');
}

export const architectureOf = (pieces: readonly string[]): string => pieces.join(' | ');

/** Parses a layer; null if it doesn't follow the usual form. */
export function layerOf(piece: string): Layer | null {
  const [word = '', ...rest] = piece.split(' ');
  const kind = kinds.find((known) => known === word);
  if (!kind) return null;
  const valid = kind === 'conv' && rest.at(-1) === 'valid';
  const written = (valid ? rest.slice(0, -1) : rest).map((text) =>
    text.replace(/^(\d+)x\1$/, '$1'),
  );
  const numbers = written.map(Number);
  const complete = numbers.length === fieldsOf[kind].length && numbers.every(Number.isFinite);
  return complete ? { kind, numbers, valid } : null;
}

/** Writes a layer as text. Fractions have a leading 0 and no exponent. */
export function pieceOf({ kind, numbers, valid }: Layer): string {
  const [first = 0, ...others] = numbers.map((number) => Number(number.toFixed(4)));
  if (numbers.length === 0) return kind;
  const words = kind === 'conv' ? [`${first}x${first}`, ...others] : [first, ...others];
  return [kind, ...words, ...(valid ? ['valid'] : [])].join(' ');
}

export function moved(pieces: readonly string[], from: number, to: number): string[] {
  const rest = pieces.toSpliced(from, 1);
  return rest.toSpliced(to, 0, ...pieces.slice(from, from + 1));
}

/** Inserts a layer before the last one, which produces the outputs, or at the end if there is none. */
export function added(pieces: readonly string[], piece: string): string[] {
  const last = pieces.at(-1)?.startsWith('dense') ? pieces.length - 1 : pieces.length;
  return pieces.toSpliced(last, 0, piece);
}

/** Returns the multiply-adds of one forward pass. The engine counts multiplications and additions separately. */
export const multiplyAdds = ({ forward_flops }: { forward_flops: number }): number =>
  Math.round(forward_flops / 2);
