// SPDX-License-Identifier: MIT
#pragma once

namespace inkling::distributed {

// Floating-point addition is not associative, so shards are summed over one fixed binary tree,
// ((0 + 1) + (2 + 3)) + ..., that depends on their number alone. The ranks are halved as the shards are: each
// rank's shards are a subtree, and adding the subtrees' sums gives the same bits as one process would.

/// Shards begin <= shard < end.
struct ShardRange {
  int begin = 0, end = 0;

  int size() const { return end - begin; }
};

/// The shards that a rank computes. If there are fewer shards than ranks, some ranks have none.
inline ShardRange shards_of_rank(int rank, int ranks, int shards) {
  ShardRange range{0, shards};
  int first = 0, last = ranks;
  while (last - first > 1 && range.size() > 1) {
    const int middle_rank = first + (last - first) / 2, middle_shard = range.begin + range.size() / 2;
    if (rank < middle_rank) {
      last = middle_rank;
      range.end = middle_shard;
    } else {
      first = middle_rank;
      range.begin = middle_shard;
    }
  }
  if (rank != first) range.end = range.begin;  // the last shard belongs to the first of these ranks
  return range;
}

/// Sums the shards begin <= shard < end into the first. `add(target, source)` adds one shard to another.
template <class Add>
void reduce_shards(int begin, int end, const Add& add) {
  if (end - begin < 2) return;
  const int middle = begin + (end - begin) / 2;
  reduce_shards(begin, middle, add);
  reduce_shards(middle, end, add);
  add(begin, middle);
}

/// Sums the partial sums of the ranks begin <= rank < end into the first: the upper part of the tree.
/// `add(target, source)` adds one rank's sum to another's.
template <class Add>
void reduce_ranks(int begin, int end, int shards, const Add& add) {
  if (end - begin < 2 || shards < 2) return;
  const int middle = begin + (end - begin) / 2;
  reduce_ranks(begin, middle, shards / 2, add);
  reduce_ranks(middle, end, shards - shards / 2, add);
  add(begin, middle);
}

}  // namespace inkling::distributed
