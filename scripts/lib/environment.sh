# shellcheck shell=bash
# Sourced by every script: where things are, and what the tools need to find each other.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
toolchain=$root/.toolchain # what setup had to bring in itself; nothing of it is in the system

# Ours come first, where the machine's own were missing or too old. The web's tsc writes the engine's types.
PATH=$toolchain/node/node_modules/.bin:$PATH:$root/web/node_modules/.bin
if [[ -f $toolchain/emscripten.config ]]; then
  export EM_CONFIG=$toolchain/emscripten.config
  PATH=$toolchain/emscripten/usr/share/emscripten:$PATH
fi

# Emscripten runs Python for every file: Python itself, not a launcher that looks for the right version each time.
if [[ -z ${EMSDK_PYTHON:-} ]]; then EMSDK_PYTHON=$(python3 -c 'import sys; print(sys.executable)' 2>/dev/null) || true; fi
export EMSDK_PYTHON

# The real data sets, for the tests that need them; without the folder those tests are skipped.
if [[ -z ${INKLING_DATA:-} && -d $root/../shared/data ]]; then INKLING_DATA=$(cd "$root/../shared/data" && pwd); fi
if [[ -n ${INKLING_DATA:-} ]]; then export INKLING_DATA; fi

# Paths are seen from the root, so that a fresh clone finds what another one has compiled.
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
  export CCACHE_SLOPPINESS=pch_defines,time_macros # precompiled headers are cached only with these
fi

say() { printf '%s\n' "$*" >&2; }
fail() { say "${0##*/}: $*"; exit 1; }
