import { expect, test } from 'vitest';
import { joinSymbols } from '#web/train/symbols/joinSymbols';
import type { SymbolDrawing, UserSymbol } from '#web/train/symbols/userSymbol';

const drawing = (x: number): SymbolDrawing => [[{ x, y: 0 }]];
const symbols: UserSymbol[] = [{ id: 'h', name: 'heart', drawings: [drawing(1)] }];

function counting(): () => string {
  let ids = 0;
  return () => {
    ids += 1;
    return `new ${ids}`;
  };
}

test('symbols with the same name are merged, others appended', () => {
  const more = [
    { name: 'star', drawings: [drawing(5)] },
    { name: 'heart', drawings: [drawing(2), drawing(3)] },
  ];
  const joined = joinSymbols(symbols, more, counting());
  expect(joined.symbols).toEqual([
    { id: 'h', name: 'heart', drawings: [drawing(1), drawing(2), drawing(3)] },
    { id: 'new 1', name: 'star', drawings: [drawing(5)] },
  ]);
  expect(joined.added).toBe(3);
});

test('merging a file twice adds nothing', () => {
  const joined = joinSymbols(
    symbols,
    [{ name: 'heart', drawings: [drawing(1), drawing(1)] }],
    counting(),
  );
  expect(joined.added).toBe(0);
  expect(joined.symbols[0]).toBe(symbols[0]);
});

test('symbols beyond a hundred are skipped by name, existing ones still grow', () => {
  const full = Array.from({ length: 100 }, (_, at) => ({
    id: `${at}`,
    name: `${at}`,
    drawings: [],
  }));
  const more = [
    { name: 'one too many', drawings: [drawing(1)] },
    { name: '7', drawings: [drawing(2)] },
  ];
  const joined = joinSymbols(full, more, counting());
  expect(joined.symbols).toHaveLength(100);
  expect(joined.symbols[7]?.drawings).toEqual([drawing(2)]);
  expect(joined).toMatchObject({ added: 1, leftOut: ['one too many'] });
});
