#pragma once

namespace inkling::distributed {

/// Shards begin <= shard < end.
struct ShardRange {
  int begin = 0, end = 0;

  int size() const { return end - begin; }
};

/// Adds parts begin <= part < end into the first of them by halves, ((0 + 1) + (2 + 3)) + ...; `add(into,
/// from)` adds one to another. The order depends on how many there are and on nothing else.
template <class Add>
void add_by_halves(int begin, int end, const Add& add) {
  if (end - begin < 2) return;
  const int middle = begin + (end - begin) / 2;
  add_by_halves(begin, middle, add);
  add_by_halves(middle, end, add);
  add(begin, middle);
}

/// Which shards a process works out. Processes are halved as the shards are, so a share is one of the sums
/// that add_by_halves() makes over all shards, or nothing where there are fewer shards than processes.
ShardRange share_of(int process, int processes, int shards);

/// Adds the sums of the shares of processes begin <= process < end: the rest of the order in which
/// add_by_halves() adds all shards. `add(into, from)` adds what one process has to what another has.
template <class Add>
void add_shares(int begin, int end, int shards, const Add& add) {
  if (end - begin < 2 || shards < 2) return;
  const int middle = begin + (end - begin) / 2;
  add_shares(begin, middle, shards / 2, add);
  add_shares(middle, end, shards - shards / 2, add);
  add(begin, middle);
}

}  // namespace inkling::distributed
