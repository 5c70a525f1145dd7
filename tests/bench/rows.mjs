// node [--experimental-wasm-relaxed-simd] tests/bench/rows.mjs simd|relaxed [ROW...]: the rows of a variant with one
// thread under Node, for whoever tunes a kernel. `scripts/bench` measures them in a browser.
import { readFileSync } from 'node:fs';

const [variant = 'relaxed', ...beginnings] = process.argv.slice(2);
const program = new URL(`../../build/wasm/bench/${variant}.js`, import.meta.url);
Object.assign(globalThis, { self: globalThis, location: { href: program.href } });
globalThis.importScripts ??= () => {}; // a worker is known by having it
const { default: create } = await import(program.href);
const wasmBinary = readFileSync(new URL(`${variant}.wasm`, program));
const rows = await create({ wasmBinary, print: (line) => console.log(line) });
rows.callMain(['1', '7', '0.2', ...beginnings]);
