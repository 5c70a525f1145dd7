#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# first-minute.sh: times scripts/run on a bare machine, from a fresh clone to the page's address. The machine is a
# Debian 12 of only its essential packages, in a chroot, with the network settings of this one. Needs root.
set -euo pipefail
source "$(dirname "$0")/../../scripts/lib/environment.sh"
source "$root/scripts/lib/emscripten.sh" # debian_mirror
readonly port=8089

((EUID == 0)) || fail "run this as root: it makes a bare Debian in a chroot"
command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null

bare=$(mktemp -d "${TMPDIR:-/var/tmp}/inkling-bare-XXXXXX")
# The server that scripts/run started would go on.
stop_processes() {
  local process
  for process in /proc/[0-9]*; do
    if [[ $(readlink "$process/root") == "$bare" ]]; then kill "${process##*/}" || true; fi
  done
}
clean_up() {
  stop_processes
  umount -q --recursive "$bare/dev" || true
  umount -q "$bare/proc" || true
  rm -rf --one-file-system "$bare"
}
trap clean_up EXIT

# How this machine reaches its mirrors: apt's and npm's settings, certificates and names.
copy_network_settings() {
  local path
  for path in /etc/apt /etc/ssl/certs /usr/local/share/ca-certificates /etc/resolv.conf /etc/hosts "$HOME/.npmrc" \
    "$(npm config get globalconfig 2>/dev/null)" "$(npm config get cafile 2>/dev/null)"; do
    if [[ -e $path ]]; then mkdir -p "$bare${path%/*}" && cp -rL --remove-destination "$path" "$bare${path%/*}/"; fi
  done
}

make_bare_machine() {
  say "first-minute: makes a bare Debian 12 (not timed)"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$bare" "$(debian_mirror bookworm)" >/dev/null
  rm "$bare/etc/apt/sources.list" # this machine's are used
  copy_network_settings
  mount --bind /proc "$bare/proc"
  mount --rbind --make-rslave /dev "$bare/dev"
  git clone -q "$root" "$bare/inkling"
}

# Runs a command on the bare machine. Of this one's environment, it sees only what leads to the mirrors.
on_bare_machine() {
  local network
  mapfile -t network < <(env | grep -iE '^[a-z_]*(proxy|cert|ca_bundle|cafile)[a-z_]*=')
  env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PORT=$port \
    "${network[@]}" chroot "$bare" "$@" 2>&1
}

# Prints what scripts/run says, and stops it when it has printed the address.
run_until_address() {
  local line
  while read -r line; do
    say "$line"
    if [[ $line == *"http://"*":$port"* ]]; then return; fi
  done < <(on_bare_machine /inkling/scripts/run)
  fail "scripts/run ended without an address"
}

make_bare_machine
SECONDS=0
run_until_address
printf '{"name": "first-minute/run", "unit": "s", "median": %d}\n' "$SECONDS"
