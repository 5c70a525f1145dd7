// Medians with their spread, by the same rules as core/cli/bench/Benchmark, for Node and for workers in a
// browser.

export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1] };
}

async function run(seconds, work) {
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  do {
    done += await work();
    elapsed = (performance.now() - start) / 1000;
  } while (elapsed < seconds);
  return done / elapsed;
}

/**
 * Returns how much `work` gets done per second; each call returns how much it did. The first run warms up. If
 * runs take far longer than `seconds`, as the slowest peers' do, measures only three.
 */
export async function rateOf({ runs, seconds }, work) {
  const start = performance.now();
  await run(seconds, work);
  const slow = (performance.now() - start) / 1000 > 10 * seconds + 1;
  const rates = [];
  for (let count = 0; count < (slow ? Math.min(runs, 3) : runs); count++) {
    rates.push(await run(seconds, work));
  }
  return spreadOf(rates);
}

/** Converts a rate to the time per unit. */
export function timeEach({ median, least, most }, unitsInASecond) {
  return {
    median: unitsInASecond / median,
    least: unitsInASecond / most,
    most: unitsInASecond / least,
  };
}
