# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by every script: paths, and the environment of the tools.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
toolchain=$root/.toolchain # what setup installs outside the system

# Tools in .toolchain come first: they replace missing or outdated ones. Emscripten needs tsc from web/.
PATH=$toolchain/node/node_modules/.bin:$PATH:$root/web/node_modules/.bin
if [[ -f $toolchain/emscripten.config ]]; then
  export EM_CONFIG=$toolchain/emscripten.config
  PATH=$toolchain/emscripten/usr/share/emscripten:$PATH
fi

# Emscripten starts Python for every file: the interpreter itself is faster than a launcher such as pyenv's.
if [[ -z ${EMSDK_PYTHON:-} ]]; then EMSDK_PYTHON=$(python3 -c 'import sys; print(sys.executable)' 2>/dev/null) || true; fi
export EMSDK_PYTHON

# The real data sets. Tests that need them are skipped if this folder is missing.
if [[ -z ${INKLING_DATA:-} && -d $root/../shared/data ]]; then INKLING_DATA=$(cd "$root/../shared/data" && pwd); fi
if [[ -n ${INKLING_DATA:-} ]]; then export INKLING_DATA; fi

# Relative paths, so that all clones share ccache's results.
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
  export CCACHE_SLOPPINESS=pch_defines,time_macros # needed to cache precompiled headers
fi

say() { printf '%s\n' "$*" >&2; }
fail() { say "${0##*/}: $*"; exit 1; }
