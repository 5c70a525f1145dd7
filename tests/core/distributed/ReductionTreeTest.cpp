#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/distributed/ReductionTree.h"

using namespace inkling;
using namespace inkling::distributed;

TEST_CASE("every shard is worked out by one process, in order") {
  for (int shards = 1; shards <= 8; ++shards) {
    for (int processes = 1; processes <= 10; ++processes) {
      CAPTURE(shards);
      CAPTURE(processes);
      int next = 0;
      for (int process = 0; process < processes; ++process) {
        const ShardRange share = share_of(process, processes, shards);
        if (share.size() == 0) continue;
        CHECK(share.begin == next);
        next = share.end;
      }
      CHECK(next == shards);
    }
  }
}

TEST_CASE("a power of two of processes shares eight shards evenly") {
  for (const int processes : {1, 2, 4, 8}) {
    for (int process = 0; process < processes; ++process)
      CHECK(share_of(process, processes, 8).size() == 8 / processes);
  }
}

TEST_CASE("shares that are added make the sum that one process makes, in the same order") {
  // A sum is written as text, so that another order is another text.
  using Sums = std::vector<std::string>;
  const auto adding = [](Sums& sums) {
    return [&sums](int into, int from) { sums[into] = "(" + sums[into] + "+" + sums[from] + ")"; };
  };
  for (int shards = 1; shards <= 8; ++shards) {
    Sums single_process;
    for (int shard = 0; shard < shards; ++shard) single_process.push_back(std::to_string(shard));
    const Sums parts = single_process;
    add_by_halves(0, shards, adding(single_process));
    for (int processes = 1; processes <= 10; ++processes) {
      Sums shared(static_cast<std::size_t>(processes), "nothing");
      for (int process = 0; process < processes; ++process) {
        const ShardRange share = share_of(process, processes, shards);
        Sums own(parts.begin() + share.begin, parts.begin() + share.end);
        add_by_halves(0, share.size(), adding(own));
        if (share.size() > 0) shared[static_cast<std::size_t>(process)] = own.front();
      }
      add_shares(0, processes, shards, adding(shared));
      CHECK(shared.front() == single_process.front());
    }
  }
}
