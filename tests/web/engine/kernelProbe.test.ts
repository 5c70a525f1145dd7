import { beforeEach, expect, test, vi } from 'vitest';
import { isFastEnough, probeSimd, rememberedSimd } from '#web/engine/kernelProbe';
import { writeSetting } from '#web/storage/localSetting';

const plain = () => {};
const relaxed = () => {};

/** Returns times in turn for each of the kernels; the last one repeats. */
const timesOf = (first: number[], second: number[]) => (run: () => void) => {
  const times = run === plain ? first : second;
  return (times.length > 1 ? times.shift() : times[0]) as number;
};

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'Browser 1' });
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
});

test('the shortest time decides, after the browser has optimised the kernels', async () => {
  const warmUp = Array<number>(8).fill(0.01); // not counted
  const compare = (first: number[], second: number[]) =>
    isFastEnough(plain, relaxed, timesOf([...warmUp, ...first], [...warmUp, ...second]));
  expect(await compare([3, 2], [9, 1, 9])).toBe(true);
  expect(await compare([2], [2])).toBe(true);
  expect(await compare([2], [2.1])).toBe(true); // within the noise
  expect(await compare([2], [2.3])).toBe(false);
  expect(await compare([9, 9, 2], [3])).toBe(false);
});

test('nothing is remembered without a probe, or if its files can’t be loaded', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  expect(await probeSimd('engine-1', (file) => file)).toBe('relaxed');
  expect(rememberedSimd('engine-1')).toBeNull();
});

test('a choice is remembered for this engine in this browser', () => {
  writeSetting('faster-simd', `simd engine-1 ${navigator.userAgent}`);
  expect(rememberedSimd('engine-1')).toBe('simd');
  expect(rememberedSimd('engine-2')).toBeNull();
  writeSetting('faster-simd', `fast engine-1 ${navigator.userAgent}`);
  expect(rememberedSimd('engine-1')).toBeNull();
});
