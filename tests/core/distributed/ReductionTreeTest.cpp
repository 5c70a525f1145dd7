// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/distributed/ReductionTree.h"

using namespace inkling;
using namespace inkling::distributed;

TEST_CASE("each shard belongs to one rank, in order") {
  for (int shards = 1; shards <= 8; ++shards) {
    for (int ranks = 1; ranks <= 10; ++ranks) {
      CAPTURE(shards);
      CAPTURE(ranks);
      int next = 0;
      for (int rank = 0; rank < ranks; ++rank) {
        const ShardRange own = shards_of_rank(rank, ranks, shards);
        if (own.size() == 0) continue;
        CHECK(own.begin == next);
        next = own.end;
      }
      CHECK(next == shards);
    }
  }
}

TEST_CASE("a power of two of ranks shares eight shards evenly") {
  for (const int ranks : {1, 2, 4, 8}) {
    for (int rank = 0; rank < ranks; ++rank) CHECK(shards_of_rank(rank, ranks, 8).size() == 8 / ranks);
  }
}

TEST_CASE("the sum over ranks adds in the same order as a single process") {
  // Sums are written as text, so that another order gives another text.
  using Sums = std::vector<std::string>;
  const auto add_in = [](Sums& sums) {
    return [&sums](int target, int source) { sums[target] = "(" + sums[target] + "+" + sums[source] + ")"; };
  };
  for (int shards = 1; shards <= 8; ++shards) {
    Sums single;
    for (int shard = 0; shard < shards; ++shard) single.push_back(std::to_string(shard));
    const Sums parts = single;
    reduce_shards(0, shards, add_in(single));
    for (int ranks = 1; ranks <= 10; ++ranks) {
      Sums sums(static_cast<std::size_t>(ranks), "nothing");
      for (int rank = 0; rank < ranks; ++rank) {
        const ShardRange range = shards_of_rank(rank, ranks, shards);
        Sums own(parts.begin() + range.begin, parts.begin() + range.end);
        reduce_shards(0, range.size(), add_in(own));
        if (range.size() > 0) sums[static_cast<std::size_t>(rank)] = own.front();
      }
      reduce_ranks(0, ranks, shards, add_in(sums));
      CHECK(sums.front() == single.front());
    }
  }
}
