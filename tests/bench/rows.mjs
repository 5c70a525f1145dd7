// node [--experimental-wasm-relaxed-simd] tests/bench/rows.mjs simd|relaxed [PREFIX...]: benchmarks a
// single-threaded variant in Node, for tuning kernels. `scripts/bench` runs it in a browser.
import { readFileSync } from 'node:fs';

const [variant = 'relaxed', ...prefixes] = process.argv.slice(2);
const program = new URL(`../../build/wasm/bench/${variant}.js`, import.meta.url);
Object.assign(globalThis, { self: globalThis, location: { href: program.href } });
globalThis.importScripts ??= () => {}; // makes the engine believe it is in a worker
const { default: create } = await import(program.href);
const wasmBinary = readFileSync(new URL(`${variant}.wasm`, program));
const rows = await create({ wasmBinary, print: (line) => console.log(line) });
rows.callMain(['1', '7', '0.2', ...prefixes]);
