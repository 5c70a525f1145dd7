import { expect, test } from 'vitest';
import { attempts, type Machine, missing } from '#web/protocol/variant';

const full: Machine = { simd: true, relaxed: true, sharedMemory: true, cores: 2 };

test('training tries threads first, then one thread; reading uses one', () => {
  expect(attempts('training', full, null)).toEqual([
    { variant: 'relaxed-threads', threads: 2 },
    { variant: 'relaxed', threads: 1 },
  ]);
  for (const work of ['reading', 'pictures', 'sheets'] as const) {
    expect(attempts(work, full, null)).toEqual([{ variant: 'relaxed', threads: 1 }]);
  }
});

test('skips variants that the browser doesn’t support', () => {
  const first = (lacks: Partial<Machine>) =>
    attempts('training', { ...full, ...lacks }, null)[0]?.variant;
  expect(first({ relaxed: false })).toBe('simd-threads');
  expect(first({ sharedMemory: false })).toBe('relaxed');
  expect(first({ cores: 1 })).toBe('relaxed');
  expect(first({ relaxed: false, sharedMemory: false })).toBe('simd');
  expect(first({ simd: false })).toBeUndefined();
});

test('uses the requested variant if possible, or names what it lacks', () => {
  expect(attempts('training', full, 'simd')).toEqual([{ variant: 'simd', threads: 1 }]);
  expect(attempts('reading', full, 'simd-threads')).toEqual([{ variant: 'simd', threads: 1 }]);
  const shared = { ...full, sharedMemory: false };
  expect(missing('simd-threads', shared)).toBe('sharedMemory');
  expect(attempts('training', shared, 'simd-threads')[0]?.variant).toBe('relaxed');
});

test('uses plain SIMD where it is faster, unless relaxed SIMD is requested', () => {
  expect(attempts('training', full, null, 'simd')).toEqual([
    { variant: 'simd-threads', threads: 2 },
    { variant: 'simd', threads: 1 },
  ]);
  expect(attempts('reading', full, 'relaxed', 'simd')).toEqual([
    { variant: 'relaxed', threads: 1 },
  ]);
  expect(attempts('training', { ...full, relaxed: false }, null)[0]?.variant).toBe('simd-threads');
});

test('leaves one of many cores to the pen, and uses at most eight', () => {
  const threads = (cores: number) => attempts('training', { ...full, cores }, null)[0]?.threads;
  expect([2, 4, 8, 64].map(threads)).toEqual([2, 3, 7, 8]);
});
