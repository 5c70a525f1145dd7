// A network's architecture as a list of layers to be changed one by one. The core alone knows what fits:
// here is only how it is written.
import type { Range } from '../../shared/settings';

export const kinds = ['conv', 'norm', 'relu', 'pool', 'dropout', 'flatten', 'dense'] as const;
export type Kind = (typeof kinds)[number];

export type FieldName = 'size' | 'channels' | 'window' | 'share' | 'units';

export interface Field {
  name: FieldName;
  range: Range;
}

const whole = (min: number, max: number): Range => ({ min, max, whole: true });

/** The numbers that a layer of each kind has. */
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
  numbers: readonly number[]; // of its fields, in their order
  valid: boolean; // of a convolution that takes whole patches only
}

/** What a layer is when it is added. */
export const fresh: Record<Kind, string> = {
  conv: 'conv 3x3 16',
  norm: 'norm',
  relu: 'relu',
  pool: 'pool 2',
  dropout: 'dropout 0.2',
  flatten: 'flatten',
  dense: 'dense 10',
};

/** The layers of an architecture, each as it is written. */
export function piecesOf(architecture: string): string[] {
  return architecture
    .split('|')
    .map((piece) => piece.trim().replaceAll(/\s+/g, ' '))
    .filter((piece) => piece !== '');
}

export const architectureOf = (pieces: readonly string[]): string => pieces.join(' | ');

/** The kind and numbers of a layer; null for what is written in another way. */
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

/** The other way round. A fraction has its leading 0, and never an exponent. */
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

/** Before the last layer, which has an output for each class; at the end of a network without one. */
export function added(pieces: readonly string[], piece: string): string[] {
  const last = pieces.at(-1)?.startsWith('dense') ? pieces.length - 1 : pieces.length;
  return pieces.toSpliced(last, 0, piece);
}

/** For one image going forward; the engine counts each multiplication and each addition. */
export const multiplyAdds = ({ forward_flops }: { forward_flops: number }): number =>
  Math.round(forward_flops / 2);
