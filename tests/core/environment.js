// Emscripten's getenv sees an environment of its own: give it the one that Node was started in.
Module['preRun'] = () => Object.assign(ENV, process.env);
// Node 20 has relaxed SIMD, but asks for it; later ones have it without.
if (parseInt(process.versions.node) < 21) {
  require('v8').setFlagsFromString('--experimental-wasm-relaxed-simd');
}
