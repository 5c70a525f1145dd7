// The builds of an engine, and which one to try first. All functions are pure.
import type { EngineName } from './calls';

/** From the simplest to the one that is fastest in most browsers. Only training has the variants with threads. */
export const variants = ['simd', 'simd-threads', 'relaxed', 'relaxed-threads'] as const;
export type Variant = (typeof variants)[number];

/** The instruction sets that the kernels are compiled for. */
export type Simd = 'simd' | 'relaxed';

/** The browser features that variants depend on. */
export interface Machine {
  simd: boolean;
  relaxed: boolean; // relaxed SIMD: fused multiply-add in one instruction
  sharedMemory: boolean; // between threads; needs cross-origin isolation
  cores: number;
}

export type Need = keyof Machine;

/** One way to start a worker. */
export interface Attempt {
  variant: Variant;
  threads: number;
}

// A batch has at most eight shards, so a ninth thread would be idle.
const maxThreads = 8;

const isThreaded = (variant: Variant) => variant.endsWith('-threads');
const withoutThreads = (variant: Variant): Simd =>
  variant.startsWith('relaxed') ? 'relaxed' : 'simd';

/** Returns the first feature that a variant lacks; null if it can run. */
export function missing(variant: Variant, machine: Machine): Need | null {
  if (!machine.simd) return 'simd';
  if (variant.startsWith('relaxed') && !machine.relaxed) return 'relaxed';
  if (isThreaded(variant) && !machine.sharedMemory) return 'sharedMemory';
  if (isThreaded(variant) && machine.cores < 2) return 'cores';
  return null;
}

/** Uses both of two cores. With more, leaves one to the pen. */
function threadsFor(variant: Variant, { cores }: Machine): number {
  if (!isThreaded(variant)) return 1;
  return Math.min(cores > 2 ? cores - 1 : cores, maxThreads);
}

function best(
  machine: Machine,
  requestedVariant: Variant | null,
  faster: Simd,
): Variant | undefined {
  if (requestedVariant && !missing(requestedVariant, machine)) return requestedVariant;
  const usable = faster === 'simd' ? { ...machine, relaxed: false } : machine;
  return variants.findLast((variant) => !missing(variant, usable));
}

/**
 * Returns the attempts in order; empty if the engine can't run. Reading uses one thread: it starts sooner, and a
 * drawing is too small to split. `faster` is used where the browser has both.
 */
export function attempts(
  engine: EngineName,
  machine: Machine,
  requestedVariant: Variant | null,
  faster: Simd = 'relaxed',
): Attempt[] {
  const variant = best(machine, requestedVariant, faster);
  if (!variant) return [];
  const order = engine === 'training' ? [variant] : [];
  const all = new Set<Variant>([...order, withoutThreads(variant)]);
  return [...all].map((one) => ({ variant: one, threads: threadsFor(one, machine) }));
}
