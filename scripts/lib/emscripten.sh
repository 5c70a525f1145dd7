# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Installs Emscripten if the system's is missing or too old. Sourced by setup.
#
# Debian 12 has LLVM 19, which Debian 13's Emscripten 3.1.69 needs. That Emscripten is unpacked (not installed) into
# .toolchain, with the newer C library that its binaryen tools need.

emscripten_oldest=3.1.69 # the first with relaxed SIMD, --emit-tsd, and ES modules that run in Node
emscripten_suite=trixie
emscripten_packages=(emscripten binaryen libc6 libstdc++6 libgcc-s1)
llvm=/usr/lib/llvm-19/bin
unpacked_requirements='
  clang-19            clang-19            the compiler of Emscripten
  wasm-ld-19          lld-19              the linker of Emscripten
  llvm-ar-19          llvm-19             the archiver of Emscripten
  /usr/share/nodejs/acorn node-acorn      the parser of its JavaScript optimiser
'

at_least() { [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n1) == "$1" ]]; }

has_emscripten() {
  local line
  if [[ -f $toolchain/emscripten.config ]]; then
    grep -qF "'$toolchain/emscripten'" "$toolchain/emscripten.config" # false if the clone has moved
    return
  fi
  line=$(emcc --version 2>/dev/null | head -n1) && [[ $line =~ \ ([0-9]+\.[0-9]+\.[0-9]+) ]] &&
    at_least $emscripten_oldest "${BASH_REMATCH[1]}"
}

# debian_mirror CODENAME: the mirror of Debian's main archive in apt's configuration
debian_mirror() {
  # shellcheck disable=SC2016 # $(...) here is apt's notation
  apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    awk -v release="$1" '$2 == "Debian" && $3 == release && $4 == "main" { print $1; exit }'
}

# apt-get with its own state: it sees one suite of the mirror, and leaves the system's lists alone.
private_apt() {
  local state=$toolchain/apt
  apt-get -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::Lists="$state/lists" -o Dir::State::status=/dev/null \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root "$@"
}

download_emscripten() { # MIRROR
  mkdir -p "$toolchain/apt/lists/partial" "$toolchain/apt/archives"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $1 $emscripten_suite main" \
    >"$toolchain/apt/sources.list"
  private_apt update
  (cd "$toolchain/apt/archives" && private_apt download "${emscripten_packages[@]}")
}

# Runs binaryen's tools with the C library unpacked with them, as the system's is too old.
wrap_binaryen() {
  local unpacked=$1 tool
  mkdir -p "$unpacked/bin"
  for tool in "$unpacked"/usr/bin/wasm*; do
    printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"\n' "$unpacked/usr/lib64/ld-linux-x86-64.so.2" \
      "$unpacked/usr/lib/x86_64-linux-gnu" "$tool" >"$unpacked/bin/${tool##*/}"
  done
  chmod +x "$unpacked"/bin/*
}

# CACHE: the unpacked system libraries. Without it Emscripten would rebuild them (80 s).
configure_emscripten() {
  local unpacked=$1
  cat <<END
LLVM_ROOT = '$llvm'
BINARYEN_ROOT = '$unpacked'
NODE_JS = '$(command -v node)'
CACHE = '$unpacked/usr/share/emscripten/cache'
END
}

unpack_emscripten() { # MIRROR
  local unpacked=$toolchain/emscripten package
  say "setup: unpacking Emscripten in .toolchain (about a minute)"
  rm -rf "$unpacked" "$toolchain/apt"
  download_emscripten "$1"
  for package in "$toolchain"/apt/archives/*.deb; do dpkg -x "$package" "$unpacked"; done
  wrap_binaryen "$unpacked"
  # The JavaScript optimiser imports acorn as an ES module, which is looked up next to it only.
  mkdir -p "$unpacked/usr/share/emscripten/node_modules"
  ln -s /usr/share/nodejs/acorn "$unpacked/usr/share/emscripten/node_modules/acorn"
  rm -rf "$toolchain/apt"
  configure_emscripten "$unpacked" >"$toolchain/emscripten.config" # last: marks the installation as complete
}

install_emscripten() {
  local mirror='' candidate=''
  if command -v apt-get >/dev/null; then
    if ((EUID == 0)); then apt-get update -qq; fi
    candidate=$(apt-cache policy emscripten | awk '/Candidate:/ { print $2 }')
    mirror=$(debian_mirror bookworm)
  fi
  if [[ $candidate == [0-9]* ]] && at_least $emscripten_oldest "$candidate"; then
    install_missing 'emcc emscripten compiles the core for the page'
  elif [[ -n $mirror && $(dpkg --print-architecture) == amd64 ]]; then
    install_missing "$unpacked_requirements"
    unpack_emscripten "$mirror"
  else
    fail "install Emscripten $emscripten_oldest or later (emsdk, Homebrew), with emcc on PATH"
  fi
}
