# shellcheck shell=bash
# Emscripten where the system has none that is new enough. Sourced by setup.
#
# Debian 12 carries LLVM 19, the one that Debian 13's Emscripten 3.1.69 expects. So that Emscripten is unpacked
# (not installed) beside the project, with the newer C library its binaryen tools were linked against.

emscripten_oldest=3.1.69 # the first with everything used here: relaxed SIMD, --emit-tsd, ES modules that run in Node
emscripten_suite=trixie
emscripten_packages=(emscripten binaryen libc6 libstdc++6 libgcc-s1)
llvm=/usr/lib/llvm-19/bin
assembly_requirements='
  clang-19            clang-19            Emscripten 3.1.69 compiles with this LLVM
  wasm-ld-19          lld-19              and links with it
  llvm-ar-19          llvm-19             and archives with it
  /usr/share/nodejs/acorn node-acorn      its JavaScript optimiser reads with this
'

at_least() { [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n1) == "$1" ]]; }

has_emscripten() {
  local line
  if [[ -f $toolchain/emscripten.config ]]; then
    grep -qF "'$toolchain/emscripten'" "$toolchain/emscripten.config" # not so when the clone was moved since
    return
  fi
  line=$(emcc --version 2>/dev/null | head -n1) && [[ $line =~ \ ([0-9]+\.[0-9]+\.[0-9]+) ]] &&
    at_least $emscripten_oldest "${BASH_REMATCH[1]}"
}

# The mirror that this machine gets Debian's main archive from, as apt itself has read it from its sources.
debian_mirror() {
  # shellcheck disable=SC2016 # $(...) here is apt's notation
  apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    awk -v release="$1" '$2 == "Debian" && $3 == release && $4 == "main" { print $1; exit }'
}

# apt-get with a private state: it sees one suite of the mirror, and the system's own lists stay as they are.
private_apt() {
  local state=$toolchain/apt
  apt-get -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::Lists="$state/lists" -o Dir::State::status=/dev/null \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root "$@"
}

download_emscripten() { # from this mirror
  mkdir -p "$toolchain/apt/lists/partial" "$toolchain/apt/archives"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $1 $emscripten_suite main" \
    >"$toolchain/apt/sources.list"
  private_apt update
  (cd "$toolchain/apt/archives" && private_apt download "${emscripten_packages[@]}")
}

# Binaryen's tools run with the C library they were unpacked with, not the system's older one.
wrap_binaryen() {
  local unpacked=$1 tool
  mkdir -p "$unpacked/bin"
  for tool in "$unpacked"/usr/bin/wasm*; do
    printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"\n' "$unpacked/usr/lib64/ld-linux-x86-64.so.2" \
      "$unpacked/usr/lib/x86_64-linux-gnu" "$tool" >"$unpacked/bin/${tool##*/}"
  done
  chmod +x "$unpacked"/bin/*
}

# Without CACHE it would build its system libraries anew (80 s) instead of using the ones that were unpacked.
configure_emscripten() {
  local unpacked=$1
  cat <<END
LLVM_ROOT = '$llvm'
BINARYEN_ROOT = '$unpacked'
NODE_JS = '$(command -v node)'
CACHE = '$unpacked/usr/share/emscripten/cache'
END
}

assemble_emscripten() { # from this mirror
  local unpacked=$toolchain/emscripten package
  say "setup: assembling Emscripten in .toolchain (about a minute)"
  rm -rf "$unpacked" "$toolchain/apt"
  download_emscripten "$1"
  for package in "$toolchain"/apt/archives/*.deb; do dpkg -x "$package" "$unpacked"; done
  wrap_binaryen "$unpacked"
  # Its JavaScript optimiser imports acorn as an ES module, which finds it only beside itself.
  mkdir -p "$unpacked/usr/share/emscripten/node_modules"
  ln -s /usr/share/nodejs/acorn "$unpacked/usr/share/emscripten/node_modules/acorn"
  rm -rf "$toolchain/apt"
  configure_emscripten "$unpacked" >"$toolchain/emscripten.config" # last: it says that all is there
}

bring_emscripten() {
  local mirror='' offered=''
  if command -v apt-get >/dev/null; then
    if ((EUID == 0)); then apt-get update -qq; fi
    offered=$(apt-cache policy emscripten | awk '/Candidate:/ { print $2 }')
    mirror=$(debian_mirror bookworm)
  fi
  if [[ $offered == [0-9]* ]] && at_least $emscripten_oldest "$offered"; then
    install_missing 'emcc emscripten compiles the core for the page'
  elif [[ -n $mirror && $(dpkg --print-architecture) == amd64 ]]; then
    install_missing "$assembly_requirements"
    assemble_emscripten "$mirror"
  else
    fail "Emscripten is missing; install $emscripten_oldest or later (emsdk, Homebrew) and put emcc on PATH"
  fi
}
