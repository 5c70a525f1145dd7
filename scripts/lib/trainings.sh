# shellcheck shell=bash
# Sourced by the scripts that train many networks: one for each core at a time, on one thread each, which shares the
# cores out better than one training does; the weights are the same. Those that have ended stay in $work, and those
# that were interrupted go on from their checkpoints when the script is run again.

inkling=$root/build/native/inkling

data_file() { # PATH: the file in $INKLING_DATA, or a sentence that it is missing
  [[ -f ${INKLING_DATA:-}/$1 ]] || fail "set INKLING_DATA to a folder that has $1"
  printf '%s\n' "$INKLING_DATA/$1"
}

# train NAME ARGUMENT...: starts a training as soon as a core is free, unless it has ended before. It leaves
# NAME.safetensors and, once it has ended, NAME.json.
train() {
  [[ -f $work/$1.json ]] && return
  (($(jobs -rp | wc -l) < $(nproc))) || wait -n
  train_alone "$@" &
}

train_alone() {
  local name=$1 part=$work/$1
  shift
  say "training $name"
  "$inkling" train "$@" --threads 1 --model "$part.safetensors" --checkpoint "$part.checkpoint" --resume --json \
    >"$part.part" 2>>"$part.log"
  rm -f "$part.checkpoint"
  mv "$part.part" "$part.json"
}

all_trained() { # waits for the last ones
  while [[ -n $(jobs -rp) ]]; do wait -n; done
}
