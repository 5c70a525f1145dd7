// What this browser offers.
import type { Machine } from '../protocol/variant';

// The smallest modules with an instruction of each kind. A browser knows all of a kind or none.
const header = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0];
const splat = (value: number) => [65, value, 253, 15];
const simdProbe = [...header, 10, 10, 1, 8, 0, ...splat(0), 253, 98, 11];
const relaxedProbe = [...header, 10, 15, 1, 13, 0, ...splat(1), ...splat(2), 253, 128, 2, 11];

function validates(probe: number[]): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(probe));
}

export const machine: Machine = {
  simd: validates(simdProbe),
  relaxed: validates(relaxedProbe),
  isolated: globalThis.crossOriginIsolated === true,
  cores: globalThis.navigator?.hardwareConcurrency ?? 1,
};
