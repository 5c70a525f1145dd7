// Emscripten has its own environment variables: give it those of the process.
Module['preRun'] = () => Object.assign(ENV, process.env);
// Node 20 has relaxed SIMD behind a flag, later ones without.
if (parseInt(process.versions.node) < 21) {
  require('v8').setFlagsFromString('--experimental-wasm-relaxed-simd');
}
