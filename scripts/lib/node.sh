# shellcheck shell=bash
# Node where the system has none that is new enough (Debian 12's own is 18). Sourced by setup.

node_oldest="20.19 (22.12, or any later)" # what Vite 8 runs on

node_requirements='
  node                nodejs              runs npm, until a newer Node is here
  npm                 npm                 fetches the newer Node
'

has_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
      process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
}

# The npm registry carries Node itself as packages without install scripts; the system's npm fetches them.
bring_node() {
  local architecture
  install_missing "$node_requirements"
  case $(uname -m) in
    x86_64) architecture=x64 ;;
    aarch64) architecture=arm64 ;;
    *) fail "Node $node_oldest is needed; install it and npm, then run this again" ;;
  esac
  say "setup: bringing Node 22 into .toolchain"
  npm install --prefix "$toolchain/node" --loglevel=error --ignore-scripts --no-save --no-audit --no-fund \
    "node-linux-$architecture@22.23.3" npm@10.9.9 >&2
}
