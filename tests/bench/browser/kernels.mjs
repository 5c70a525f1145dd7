// The rows of `inkling bench` that need no files, compiled as one of the engine's variants.

export async function* rows({ variant, threads, effort, only }) {
  const { default: create } = await import(`/build/wasm/bench/${variant}.js`);
  const lines = [];
  const program = await create({ print: (line) => lines.push(JSON.parse(line)) });
  const measure = (runs, seconds) =>
    program.callMain([threads, runs, seconds, ...only].map(String));
  measure(1, effort.seconds); // V8 recompiles hot code and must finish that first
  await new Promise((resolve) => setTimeout(resolve, 1000));
  lines.length = 0;
  measure(effort.runs, effort.seconds);
  const [{ peaks }, ...measured] = lines;
  for (const { vectors, ...peak } of peaks) {
    yield { who: variant, name: `peak/${vectors}`, unit: 'GFLOP/s', ...peak };
  }
  for (const row of measured) yield { who: variant, ...row };
}
