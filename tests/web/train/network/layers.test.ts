import { describe, expect, test } from 'vitest';
import { added, fresh, kinds, layerOf, moved, pieceOf, piecesOf } from '#web/train/network/layers';

describe('a layer', () => {
  test.each([
    'conv 3x3 16',
    'conv 5x5 8 valid',
    'norm',
    'relu',
    'pool 2',
    'dropout 0.25',
    'flatten',
    'dense 10',
  ])('“%s” is written as it was parsed', (piece) => {
    const layer = layerOf(piece);
    expect(layer && pieceOf(layer)).toBe(piece);
  });

  test.each(['dance 3', 'conv 3x5 16', 'conv 16', 'dense', 'dense ten', 'norm 3', ''])(
    '“%s” has no editable form',
    (piece) => expect(layerOf(piece)).toBe(null),
  );

  test('of every kind can be added, with its fields', () => {
    for (const kind of kinds) expect(layerOf(fresh[kind])?.kind).toBe(kind);
  });
});

describe('a list of layers', () => {
  test('is separated by bars, with any whitespace', () => {
    expect(piecesOf(' conv  3x3 16| |norm |')).toEqual(['conv 3x3 16', 'norm']);
  });

  test('moves one and keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });

  test('adds one before the output layer', () => {
    expect(added(['norm', 'dense 10'], 'relu')).toEqual(['norm', 'relu', 'dense 10']);
    expect(added(['norm'], 'relu')).toEqual(['norm', 'relu']);
  });
});
