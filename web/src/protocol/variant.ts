// The builds of an engine, and which of them is tried first. Everything here follows from its arguments.
import type { Work } from './calls';

/** From the plainest to the fullest. Only the engine that trains has those with threads. */
export const variants = ['simd', 'simd-threads', 'relaxed', 'relaxed-threads'] as const;
export type Variant = (typeof variants)[number];

/** What a browser has of what variants need. */
export interface Machine {
  simd: boolean;
  relaxed: boolean; // relaxed SIMD: a product and a sum in one instruction
  sharedMemory: boolean; // between threads: only pages that are isolated from others have it
  cores: number;
}

export type Need = keyof Machine;

/** One way to start a worker. */
export interface Attempt {
  variant: Variant;
  threads: number;
}

// A batch is cut into at most eight shards: a ninth thread would find nothing to do.
const maxThreads = 8;

const isThreaded = (variant: Variant) => variant.endsWith('-threads');
const withoutThreads = (variant: Variant) => (variant.startsWith('relaxed') ? 'relaxed' : 'simd');

/** What a variant needs and does not find; null where it can run. */
export function missing(variant: Variant, machine: Machine): Need | null {
  if (!machine.simd) return 'simd';
  if (variant.startsWith('relaxed') && !machine.relaxed) return 'relaxed';
  if (isThreaded(variant) && !machine.sharedMemory) return 'sharedMemory';
  if (isThreaded(variant) && machine.cores < 2) return 'cores';
  return null;
}

/** All of two cores; of more, one is left to the pen. */
function threadsFor(variant: Variant, { cores }: Machine): number {
  if (!isThreaded(variant)) return 1;
  return Math.min(cores > 2 ? cores - 1 : cores, maxThreads);
}

function best(machine: Machine, requestedVariant: Variant | null): Variant | undefined {
  if (requestedVariant && !missing(requestedVariant, machine)) return requestedVariant;
  return variants.findLast((variant) => !missing(variant, machine));
}

/**
 * What to try, in this order; nothing where the engine cannot run. Reading takes one thread: it
 * starts soonest, and a drawing is too little to be shared.
 */
export function attempts(
  work: Work,
  machine: Machine,
  requestedVariant: Variant | null,
): Attempt[] {
  const variant = best(machine, requestedVariant);
  if (!variant) return [];
  const order = work === 'training' ? [variant] : [];
  const all = new Set<Variant>([...order, withoutThreads(variant)]);
  return [...all].map((one) => ({ variant: one, threads: threadsFor(one, machine) }));
}
