# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Installs Node if the system's is missing or too old (Debian 12 has 18). Sourced by setup.

node_oldest="20.19 (22.12, or any later)" # required by Vite 8

node_requirements='
  node                nodejs              runs npm, until a newer Node is installed
  npm                 npm                 fetches the newer Node
'

has_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
      process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
}

# The npm registry has Node itself, as packages without install scripts.
install_node() {
  local architecture
  install_missing "$node_requirements"
  case $(uname -m) in
    x86_64) architecture=x64 ;;
    aarch64) architecture=arm64 ;;
    *) fail "install Node $node_oldest and npm, then run this again" ;;
  esac
  say "setup: installing Node 22 in .toolchain"
  npm install --prefix "$toolchain/node" --loglevel=error --ignore-scripts --no-save --no-audit --no-fund \
    "node-linux-$architecture@22.23.3" npm@10.9.9 >&2
}
