# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by the scripts that train many networks: one run per core, each on one thread, which is
# faster than one run on all cores and gives the same weights. Finished runs stay in $work. Interrupted ones resume from
# their checkpoints when the script is started again.

inkling=$root/build/native/inkling

data_file() { # PATH: prints the path of the file in $INKLING_DATA
  [[ -f ${INKLING_DATA:-}/$1 ]] || fail "set INKLING_DATA to a folder that contains $1"
  printf '%s\n' "$INKLING_DATA/$1"
}

# train NAME ARGUMENT...: starts a run as soon as a core is free, unless it has finished before. Writes NAME.safetensors
# and, once finished, NAME.json.
train() {
  [[ -f $work/$1.json ]] && return
  (($(jobs -rp | wc -l) < $(nproc))) || wait -n
  train_on_one_core "$@" &
}

train_on_one_core() {
  local name=$1 part=$work/$1
  shift
  say "training $name"
  "$inkling" train "$@" --threads 1 --model "$part.safetensors" --checkpoint "$part.checkpoint" --resume --json \
    >"$part.part" 2>>"$part.log"
  rm -f "$part.checkpoint"
  mv "$part.part" "$part.json"
}

wait_for_trainings() {
  while [[ -n $(jobs -rp) ]]; do wait -n; done
}
