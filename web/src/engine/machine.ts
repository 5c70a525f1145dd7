// Detects what this browser supports.
import type { Machine } from '../protocol/variant';

// Minimal modules with one instruction of each proposal. A browser supports all of a proposal or none.
const header = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0];
const splat = (value: number) => [65, value, 253, 15];
const simdProbe = [...header, 10, 10, 1, 8, 0, ...splat(0), 253, 98, 11];
const relaxedProbe = [...header, 10, 15, 1, 13, 0, ...splat(1), ...splat(2), 253, 128, 2, 11];

function validates(probe: number[]): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(probe));
}

/**
 * Returns a safe lower bound for the number of cores. WebKit reports 4 for anything below 8 to prevent
 * fingerprinting. Macs and iPads have at least 4, but a Linux machine may have 2.
 */
export function coreCount({ hardwareConcurrency, vendor, platform }: Partial<Navigator>): number {
  const reported = hardwareConcurrency ?? 1;
  const onLinux = vendor === 'Apple Computer, Inc.' && platform?.startsWith('Linux');
  return onLinux && reported === 4 ? 2 : reported;
}

/** WebKitGTK isolates pages but has no shared memory (https://bugs.webkit.org/show_bug.cgi?id=317847). */
const hasSharedMemory = () =>
  globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';

export const machine: Machine = {
  simd: validates(simdProbe),
  relaxed: validates(relaxedProbe),
  sharedMemory: hasSharedMemory(),
  cores: coreCount(globalThis.navigator ?? {}),
};
