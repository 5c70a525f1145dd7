// Chooses between plain and relaxed SIMD by timing the engine's kernels in both. Which is faster depends on the
// processor and the browser: relaxed SIMD has a higher peak, but its multiply-add may take longer to finish.
import type { Simd } from '../protocol/variant';
import { fetchModule } from '../shared/fetchModule';
import { readSetting, writeSetting } from '../storage/localSetting';

const setting = 'faster-simd';
const sliceMs = 2; // short enough not to delay a frame
const warmUpSlices = 8; // until the browser has optimised the kernels
const slices = 6;
const margin = 1.1; // plain SIMD must be faster by this factor, or the noise of a busy machine would decide

type Kernels = () => void;

async function kernelsAt(address: string): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(await fetchModule(address));
  return instance.exports.run_kernels as Kernels;
}

/** Runs the kernels for one slice. Returns the milliseconds per run. */
function timed(run: Kernels): number {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    run();
    runs += 1;
    elapsed = performance.now() - start;
  } while (elapsed < sliceMs);
  return elapsed / runs;
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Times both in turn, and returns whether `second` is about as fast, or faster. Other work only slows a slice down. */
export async function isFastEnough(
  first: Kernels,
  second: Kernels,
  time = timed,
): Promise<boolean> {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let slice = -warmUpSlices; slice < slices; slice++) {
    for (const [index, kernels] of [first, second].entries()) {
      const ms = time(kernels);
      if (slice >= 0) best[index] = Math.min(best[index] as number, ms);
      await pause();
    }
  }
  return (best[1] as number) <= margin * (best[0] as number);
}

/** The engine's files and the browser that a choice was made for. */
const madeFor = (folder: string) => `${folder} ${navigator.userAgent}`;

/** What an earlier probe of this engine in this browser chose. */
export function rememberedSimd(folder: string): Simd | null {
  const [simd, ...rest] = readSetting(setting)?.split(' ') ?? [];
  return (simd === 'simd' || simd === 'relaxed') && rest.join(' ') === madeFor(folder)
    ? simd
    : null;
}

/** Times the kernels in `folder`, and remembers the result. Falls back to relaxed SIMD. */
export async function probeSimd(folder: string, address: (file: string) => string): Promise<Simd> {
  try {
    const kernels = ['simd', 'relaxed'].map((simd) => kernelsAt(address(`probe-${simd}.wasm`)));
    const [plain, relaxed] = (await Promise.all(kernels)) as [Kernels, Kernels];
    const simd = (await isFastEnough(plain, relaxed)) ? 'relaxed' : 'simd';
    writeSetting(setting, `${simd} ${madeFor(folder)}`);
    return simd;
  } catch (error) {
    console.warn(error);
    return 'relaxed';
  }
}
